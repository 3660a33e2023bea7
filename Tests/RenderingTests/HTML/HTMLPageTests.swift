import Foundation
import Testing
import Views

@testable import Rendering

@Suite struct `A page as one HTML file` {
  @Test func `the policy names the script's hash and nothing else may load`() throws {
    let html = try HTMLSamples.page.html(HTMLSamples.assets())
    let assets = try HTMLSamples.assets()
    let hash = assets.lesson.script.hash
    #expect(hash.count == 44 && html.contains("<script>\(assets.lesson.script.text)</script>"))
    #expect(
      html.contains("script-src &#39;sha256-\(hash)&#39;") || html.contains("script-src 'sha256-\(hash)'"))
    #expect(html.contains("default-src"))
    #expect(!html.contains("src=\"") && !html.contains("@import") && !html.contains("url("))
  }

  @Test func `the cover says what was checked, and no more`() throws {
    var page = HTMLSamples.page
    #expect(
      try page.html(HTMLSamples.assets()).contains(
        "</b> against this run · seed \(page.cover.seed)</summary>"))
    page.cover.claims = []
    let html = try page.html(HTMLSamples.assets())
    #expect(html.contains("seed \(page.cover.seed)") && !html.contains("against this run"))
  }

  @Test func `bytes come back from base 94, whatever their number`() {
    for count in 0...40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count &* 59) }
      let text = bytes.base94.markup
      #expect(!text.contains("<") && text.utf8.count <= (count * 16 + 12) / 13)
      #expect(decoded(text) == bytes)
    }
  }

  /// As boot.js reads it.
  private func decoded(_ text: String) -> [UInt8] {
    let digits = text.utf8.map { Int($0) - 32 - ($0 > 60 ? 1 : 0) }
    let bits = stride(from: 0, to: digits.count, by: 2).flatMap { place -> [Int] in
      let isLast = place + 1 == digits.count
      let value = digits[place] + (isLast ? 0 : 94 * digits[place + 1])
      return (0..<(isLast ? 6 : value & 8191 < 644 ? 14 : 13)).map { value >> $0 & 1 }
    }
    return (0..<bits.count / 8).map { byte in
      UInt8((0..<8).reduce(0) { $0 | bits[byte * 8 + $1] << $1 })
    }
  }

  @Test func `navigation lists the views that there are, and a page with one has none`() throws {
    var page = HTMLSamples.page
    #expect(try !page.html(HTMLSamples.assets()).contains("<nav"))
    page.documents.insert(Document(name: "learn", title: "Learn", blocks: []), at: 0)
    let html = try page.html(HTMLSamples.assets())
    #expect(
      html.contains("<li><a href=#learn>Learn</a><li><a href=#visual aria-current=true>"))
    #expect(html.contains("<section class=\"view open\" id=visual "))
  }

  @Test func `every answer stands at the page's end, and every question leads there`() throws {
    let html = try HTMLSamples.page.html(HTMLSamples.assets())
    let end = try #require(html.range(of: "<section class=answers>"))
    for number in 1...4 {
      #expect(html[..<end.lowerBound].contains("href=#visual-answer-\(number)>"))
      #expect(html[end.upperBound...].contains("id=visual-answer-\(number)>"))
    }
    // Of an answer that may be spelled in several ways the first is told.
    #expect(html[end.upperBound...].contains("<p class=right>cosine<"))
    #expect(!html.contains("cosine or cos"))
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
