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
}
