import Testing

@testable import Lessons

@Suite struct `What lessons require` {
  private static func lesson(_ name: String, _ requires: String) throws -> Lesson {
    let text = Small.text.replacing("seed: 7", with: "seed: 7\nrequires: \(requires)")
    return try #require(Lesson.parse(text, file: "lessons/\(name).md").lesson)
  }

  private static func found(_ lessons: [(String, String)], beside: Set<String> = []) throws -> [String] {
    let lessons = try lessons.map { try lesson($0.0, $0.1) }
    return Prerequisites.diagnostics(lessons, course: Set(lessons.map(\.slug))) { requirement, _ in
      beside.contains(requirement.file)
    }.map { found in
      "\(found.code.number) \(found.file):\(found.place?.start.line ?? 0):\(found.place?.start.column ?? 0) "
        + ([found.message] + found.helps).joined(separator: "; ")
    }
  }

  @Test func `lessons of the course and files beside the lesson may be required`() throws {
    #expect(
      try Self.found([("a", "[b.md, other.md]"), ("b", "none.md")], beside: ["other.md", "none.md"]) == [])
    #expect(try Self.lesson("a", "[x/b.md]").frontMatter.requires.map(\.slug) == ["b"])
  }

  @Test func `a lesson that is not there is an error at its place, with the one that was meant`() throws {
    #expect(
      try Self.found([("dropout", "[a.md, droput.md]"), ("a", "[dropuot.md]")], beside: []) == [
        "GB016 lessons/dropout.md:4:18 droput.md is neither among the lessons nor beside this one",
        "GB016 lessons/a.md:4:12 dropuot.md is neither among the lessons nor beside this one; did you mean dropout.md?",
      ])
  }

  @Test func `a circle is an error once, where its first lesson names the next`() throws {
    let help = "leave out one of them, so that there is a lesson to begin with"
    #expect(
      try Self.found([("a", "[b.md]"), ("b", "[c.md]"), ("c", "[a.md]"), ("d", "[a.md]")]) == [
        "GB017 lessons/a.md:4:12 the lessons require one another: a.md → b.md → c.md → a.md; \(help)"
      ])
    #expect(
      try Self.found([("a", "a.md")]) == ["GB017 lessons/a.md:4:11 the lesson requires itself; \(help)"])
  }

  @Test(arguments: [("a.md", "a"), ("x/y/a b.md", "a b"), ("a.b.md", "a.b"), (".md", ".md"), ("a", "a")])
  func `a lesson is named by its file without folder and ending`(file: String, slug: String) {
    #expect(Lesson.slug(ofFile: file) == slug)
  }
}
