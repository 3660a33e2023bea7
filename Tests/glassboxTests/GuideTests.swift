import Foundation
import Testing

/// The lessons of the authoring guide, checked as an author does.
struct GuideTests {
  @Test func `the guide's lesson is right, and so is every part that it adds to it`() throws {
    let guide = try String(contentsOf: Repository.root.appending(path: "docs/authoring.md"), encoding: .utf8)
    let examples = guide.split(separator: "\n````markdown\n").dropFirst().compactMap {
      $0.firstRange(of: "\n````").map { [text = $0] in String(text[..<$0.lowerBound]) }
    }
    let lesson = try #require(examples.first { $0.hasPrefix("---\n") })
    #expect(examples.count == 3)
    for example in examples {
      let name = example.prefix { $0 != "\n" }
      let whole = example == lesson ? lesson : Self.lesson(lesson, with: example)
      let folder = try Folder()
      try folder.write("lesson.md", whole)
      let result = try Command("check", "lesson.md", in: folder.url)
      #expect(result.status == 0, "\(name)\n\(result.errors)")
    }
  }

  /// `lesson` with the sections of `part`, in place of those of the same headings.
  private static func lesson(_ lesson: String, with part: String) -> String {
    guard let title = part.split(separator: "\n").first, let start = lesson.firstRange(of: "\n\(title)\n")
    else {
      return lesson + "\n\n" + part
    }
    let rest = lesson[start.upperBound...]
    let end = rest.firstRange(of: "\n## ")?.lowerBound ?? rest.endIndex
    return lesson[..<start.lowerBound] + "\n" + part + "\n" + rest[end...]
  }
}
