import Foundation
import Testing

struct BuildTests {
  @Test func `a build leaves a page for every lesson and an index`() throws {
    let folder = try Folder()
    try folder.write("lessons/one.md", SampleLesson.text)
    try folder.write("lessons/deep/two.md", SampleLesson.replacing("A small lesson", with: "Another lesson"))
    try folder.write("lessons/README.md", "# Not a lesson\n")
    let result = try Command("build", in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let site = folder.url.appending(path: "site")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.path()).sorted() == [
        "index.html", "one.html", "two.html",
      ])
    #expect(folder.text("site/index.html")?.contains("href=\"two.html\"") == true)
    #expect(result.output.contains("lessons/one.md → site/one.html"))
    #expect(result.output.contains("glassbox quiz lessons/deep/two.md"))
  }

  @Test func `building twice gives the same bytes`() throws {
    let folder = try Folder()
    try folder.write("lessons/one.md", SampleLesson.text)
    for output in ["a", "b"] { #expect(try Command("build", "--output", output, in: folder.url).status == 0) }
    for name in ["one.html", "index.html"] { #expect(folder.text("a/\(name)") == folder.text("b/\(name)")) }
    #expect(folder.text("a/one.html")?.isEmpty == false)
  }

  @Test func `a lesson with mistakes keeps its earlier page and the others are built`() throws {
    let folder = try Folder()
    try folder.write("lessons/one.md", SampleLesson.replacing("A small lesson", with: "First & <foremost>"))
    #expect(try Command("build", in: folder.url).status == 0)
    let before = folder.text("site/one.html")
    try folder.write("lessons/one.md", SampleLesson.replacing("- ReLU", with: "- RELUU"))
    try folder.write("lessons/two.md", SampleLesson.text)
    let result = try Command("build", in: folder.url)
    #expect(result.status == 1)
    #expect(result.errors.contains("lessons/one.md:"))
    #expect(folder.text("site/one.html") == before)
    #expect(result.output.contains("lessons/one.md: site/one.html stays as it was"))
    #expect(folder.text("site/two.html")?.contains("A small lesson") == true)
    let index = try #require(folder.text("site/index.html"))
    #expect(index.contains("First &amp; &lt;foremost&gt;") && index.contains("two.html"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("site")).count == 3)
  }

  @Test func `two lessons of one name are not put into one page`() throws {
    let folder = try Folder()
    try folder.write("a/one.md", SampleLesson.text)
    try folder.write("b/one.md", SampleLesson.text)
    let result = try Command("build", "a", "b", in: folder.url)
    #expect(result.status == 1)
    #expect(result.errors.contains("its page would be one.html, which is the page of 'a/one.md'"))
  }

  @Test func `a folder without lessons is an error`() throws {
    let folder = try Folder()
    try folder.write("README.md", "# Nothing\n")
    let result = try Command("build", ".", in: folder.url)
    #expect(result.status == 1)
    #expect(result.errors.contains("there is no lesson in this folder"))
  }

  @Test func `a lesson named alone needs no front matter to be looked at`() throws {
    let folder = try Folder()
    let result = try Command("build", try folder.write("page.md", "# A page\n"), in: folder.url)
    #expect(result.status == 1)
    #expect(result.errors.contains("GB010"))
  }

  @Test func `what requires what orders the index and the pages`() throws {
    let folder = try Folder()
    let requiring = { (file: String) in
      SampleLesson.replacing("seed: 42", with: "seed: 42\nrequires: \(file)")
    }
    try folder.write("lessons/a.md", requiring("c.md"))
    try folder.write("lessons/b.md", SampleLesson.text)
    try folder.write("lessons/c d.md", SampleLesson.text)
    try folder.write("lessons/c.md", requiring("[c d.md]"))
    #expect(try Command("build", in: folder.url).status == 0)
    let index = try #require(folder.text("site/index.html"))
    let order = index.matches(of: #/data-lesson="([^"]*)"/#).map { String($0.output.1) }
    #expect(order == ["b", "c d", "c", "a"])
    let page = try #require(folder.text("site/c.html"))
    #expect(
      page.contains("rel=prev href=c%20d.html") && page.contains("rel=next href=a.html"))
  }

  @Test func `a lesson that is required and not there fails, and so does a circle`() throws {
    let folder = try Folder()
    try folder.write("lessons/a.md", SampleLesson.replacing("seed: 42", with: "seed: 42\nrequires: b.md"))
    for command in ["build", "check"] {
      let result = try Command(command, in: folder.url)
      #expect(
        result.status == 1 && result.errors.contains("error[GB016]") && result.errors.contains("a.md:6:11"))
    }
    try folder.write("lessons/b.md", SampleLesson.replacing("seed: 42", with: "seed: 42\nrequires: a.md"))
    let result = try Command("check", in: folder.url)
    #expect(result.status == 1 && result.errors.contains("a.md → b.md → a.md"))
    // What is beside a lesson is there, whether it is built along or not.
    try folder.write("lessons/b.md", SampleLesson.text)
    #expect(try Command("build", "lessons/a.md", in: folder.url).status == 0)
  }

  @Test func `the lessons of a folder are the index, and a file alone is added to it`() throws {
    let folder = try Folder()
    try folder.write("lessons/a.md", SampleLesson.text)
    try folder.write("lessons/b.md", SampleLesson.text)
    #expect(try Command("build", in: folder.url).status == 0)
    try folder.write("more/c.md", SampleLesson.replacing("A small lesson", with: "A third lesson"))
    #expect(try Command("build", "more/c.md", in: folder.url).output.contains("index of 3 lessons"))
    let index = try #require(folder.text("site/index.html"))
    #expect(["a.html", "b.html", "A third lesson"].allSatisfy { index.contains($0) })
    #expect(folder.text("site/c.html")?.contains("rel=prev href=b.html") == true)
    #expect(try Command("build", "lessons", in: folder.url).output.contains("index of 2 lessons"))
    try FileManager.default.removeItem(atPath: folder.path("site/a.html"))
    #expect(try Command("build", "more/c.md", in: folder.url).output.contains("index of 2 lessons"))
  }
}
