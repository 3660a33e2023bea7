import Foundation
import Testing
import Views

@testable import Rendering

@Suite struct `The index of a course` {
  private static let hostile = "a?b#c%20\"<d>/javascript:é"
  private static let address = "a%3Fb%23c%2520%22%3Cd%3E%2Fjavascript%3A%C3%A9.html"

  private static let course = Course([
    .init(
      slug: "one", title: "The first", summary: "About <rates>.", subject: "PyTorch", field: "ml", minutes: 7,
      sections: [.init(anchor: "learn-x", view: "Learn", title: "Rates", text: "</script><script>alert(1)")]),
    .init(slug: hostile, title: "The & second", field: "ml", requires: ["one"]),
    .init(slug: "three", language: "de", title: "Das dritte", field: "statistics"),
  ])

  private static func html(_ course: Course = course) throws -> String {
    course.html(title: "Lessons", try HTMLSamples.assets())
  }

  @Test func `it has a card per lesson in order, with badges and what to read first`() throws {
    let html = try Self.html()
    let cards = html.split(separator: "data-lesson=").dropFirst().map { String($0) }
    #expect(cards.count == 3)
    #expect(cards[0].contains("<a href=\"one.html\">The first</a></h2><p>About &lt;rates&gt;.</p>"))
    #expect(
      cards[0].contains("<li>PyTorch</li><li>ml</li><li>7 min</li>") && !cards[0].contains("Read first"))
    #expect(cards[1].contains("Read first: <a href=\"one.html\">The first</a></p>"))
    #expect(html.contains("<li lang=\"de\" data-lesson=\"three\">"))
  }

  @Test func `a slug is percent-encoded wherever it is an address`() throws {
    let html = try Self.html()
    #expect(Self.hostile.pageAddress == Self.address)
    let addresses = Set(html.matches(of: #/href="([^"]*)"/#).map { String($0.output.1) })
    #expect(addresses == ["#content", "one.html", "three.html", Self.address])
    #expect(html.split(separator: "href=\"\(Self.address)\"").count == 5)
    let neighbours = Self.course.neighbours(of: "one")
    #expect(neighbours.above.markup.contains("href=\"\(Self.address)\""))
    #expect(neighbours.below.markup.contains("href=\"\(Self.address)\""))
  }

  @Test func `what a search reads is data that no lesson can end, and gives the lessons back`() throws {
    let html = try Self.html()
    #expect(html.split(separator: "</script>").count == 3)
    #expect(Course.lessons(ofIndex: html) == Self.course.lessons)
    #expect(Course.lessons(ofIndex: "<p>Someone else's index</p>") == [])
    #expect(Course.lessons(ofIndex: "<script type=\"application/json\" id=\"course\">[{}]</script>") == [])
  }

  @Test func `it can be filtered by what differs, and by nothing else`() throws {
    let html = try Self.html()
    #expect(!html.contains("<select id=\"subject\">"))
    #expect(
      html.contains(
        "<select id=\"field\"><option value=\"\">all</option><option>ml</option><option>statistics</option></select>"
      ))
  }

  @Test func `the graph has a link per lesson, an arrow per requirement, and a list that says the same`()
    throws
  {
    let html = try Self.html()
    let drawings = html.matches(of: #/<svg[\s\S]*?<\/svg>/#).map(\.output)
    #expect(drawings.count == 2, "to the right, and downwards")
    for drawing in drawings {
      #expect(drawing.matches(of: #/<rect/#).count == 2 && drawing.matches(of: #/marker-end/#).count == 1)
      #expect(drawing.contains("aria-label=\"The &amp; second\""))
    }
    #expect(html.contains("The &amp; second</a> requires The first</li>"))
    #expect(html.contains("The first requires none of the others."))
    #expect(html.contains("The first</a> requires none of the others</li>"))
    #expect(try !Self.html(Course([Self.course.lessons[0]])).contains("<svg"))
  }

  @Test(
    arguments: zip(
      [2, 3, 4], ["A and B require none of", "A, B and C require none of", "4 lessons require none of"]))
  func `the lessons to begin with are named where they are few`(count: Int, said: String) throws {
    let first = ["A", "B", "C", "D"].prefix(count)
    let course = Course(
      first.map { .init(slug: $0, title: $0) } + [.init(slug: "z", title: "Z", requires: Array(first))])
    #expect(try Self.html(course).contains(said))
  }

  @Test func `without a script the search is hidden and everything else is there`() throws {
    #expect(try Self.html().contains("role=\"search\" hidden>"))
  }

  @Test func `it says so when there is no lesson`() throws {
    #expect(try Self.html(Course([])).contains("There are no lessons yet."))
  }
}

@Suite struct `The course around a lesson` {
  @Test func `a page leads to the index, to the lessons before and after, and to what to read first`() throws
  {
    let cover = HTMLSamples.cover
    let course = Course([
      .init(slug: "one", title: "One"), .init(slug: cover.slug, title: cover.title, requires: ["one"]),
      .init(slug: "three", title: "Three"),
    ])
    let html = HTMLSamples.page.html(try HTMLSamples.assets(), neighbours: course.neighbours(of: cover.slug))
    #expect(html.contains("<a href=index.html>All lessons</a><span>2 of 3</span>"))
    #expect(html.contains("Read first: <a href=one.html>One</a>"))
    for (relation, slug, title) in [("prev", "one", "One"), ("next", "three", "Three")] {
      #expect(html.split(separator: "<a rel=\(relation) href=\(slug).html").count == 3)
      #expect(html.contains("<b lang=en>\(title)</b>"))
    }
  }

  @Test func `a lesson on its own leads nowhere`() throws {
    let html = HTMLSamples.page.html(try HTMLSamples.assets())
    #expect(!html.contains("index.html") && !html.contains("rel=prev"))
  }
}
