import Foundation
import Testing
import Views

@testable import Rendering

@Suite struct `A page as one HTML file` {
  @Test func `the policy names the script's hash and nothing else may load`() throws {
    let html = try HTMLSamples.page.html(HTMLSamples.assets())
    let script = try #require(html.firstMatch(of: #/<script>([\s\S]*?)</script>/#)).output.1
    let hash = SHA256.hash(script.utf8).base64
    #expect(
      html.contains("script-src &#39;sha256-\(hash)&#39;") || html.contains("script-src 'sha256-\(hash)'"))
    #expect(html.contains("default-src"))
    #expect(!html.contains("src=\"") && !html.contains("@import") && !html.contains("url("))
  }

  @Test func `SHA-256 gives the values of FIPS 180-4`() {
    func hex(_ text: String) -> String {
      SHA256.hash(text.utf8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func `base 64 gives the values of RFC 4648`(text: String, encoded: String) {
    #expect(Array(text.utf8).base64 == encoded)
  }

  @Test func `navigation lists the views that there are, and a page with one has none`() throws {
    var page = HTMLSamples.page
    #expect(try !page.html(HTMLSamples.assets()).contains("<nav"))
    page.documents.insert(Document(name: "learn", title: "Learn", blocks: []), at: 0)
    let html = try page.html(HTMLSamples.assets())
    #expect(
      html.contains("<li><a href=\"#learn\">Learn</a></li><li><a href=\"#visual\" aria-current=\"true\">"))
    #expect(html.contains("<section class=\"view open\" id=\"visual\""))
  }

  @Test func `every answer stands at the page's end, and every question leads there`() throws {
    let html = try HTMLSamples.page.html(HTMLSamples.assets())
    let end = try #require(html.range(of: "<section class=answers>"))
    for number in 1...4 {
      #expect(html[..<end.lowerBound].contains("href=#visual-answer-\(number)>"))
      #expect(html[end.upperBound...].contains("id=visual-answer-\(number)>"))
    }
  }

  @Test func `no id is given twice, and every link within the page leads somewhere`() throws {
    let html = try HTMLSamples.page.html(HTMLSamples.assets())
    let ids = html.matches(of: #/ id="?([^" >]*)/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in html.matches(of: #/ href="?#([^" >]*)/#) { #expect(ids.contains(String(link.output.1))) }
  }

  @Test func `a figure of two views is drawn in the one that opens first, and the other leads to it`() throws
  {
    var page = HTMLSamples.page
    let tensor = Block.tensor(HTMLSamples.tensor)
    page.documents[0].blocks = [tensor, .histogram(HTMLSamples.histogram)]
    page.documents.insert(Document(name: "learn", title: "Learn", blocks: [.paragraph([]), tensor]), at: 0)
    let html = try page.html(HTMLSamples.assets())
    #expect(html.ranges(of: "<figure").count == 2)
    #expect(html.contains("<p class=same><a href=#figure-1>As loaded</a>"))
    #expect(html.contains("<figure id=figure-1 class=\"tensor"))
    #expect(html.contains("<figure class=\"half"))
  }

  @Test func `the same page gives the same bytes`() throws {
    let assets = try HTMLSamples.assets()
    #expect(HTMLSamples.page.html(assets) == HTMLSamples.page.html(assets))
  }
}
