import Testing

@testable import Lessons

@Suite struct FileTests {
  @Test(
    arguments: [
      ([], Diagnostic.Code.emptyFile), (Array("\n  \n".utf8), .emptyFile),
      ([0x7F, 0x45, 0x4C, 0x46, 0, 1], .binaryFile),
      (Array("---\ntitle: ".utf8) + [0xFF, 0xFE, 0x41], .invalidUTF8), ([0xFF, 0xFE, 0x41, 0], .binaryFile),
    ] as [([UInt8], Diagnostic.Code)])
  func `a file that is no lesson is told from one`(bytes: [UInt8], code: Diagnostic.Code) {
    let (lesson, diagnostics) = Lesson.parse(bytes, file: "a.md")
    #expect(lesson == nil)
    #expect(diagnostics.codes == [code])
  }

  @Test func `a file that is far too large is not read`() {
    let bytes = [UInt8](repeating: 65, count: Lesson.longest + 1)
    #expect(Lesson.parse(bytes, file: "a.md").diagnostics.codes == [.tooLong])
  }

  @Test func `bytes that are no UTF-8 are told with their line`() {
    let diagnostics = Lesson.parse(Array("a\nb\n".utf8) + [0xC3, 0x28], file: "a.md").diagnostics
    #expect(diagnostics.first?.place?.start.line == 3)
  }

  @Test func `a lesson may have CRLF line ends`() throws {
    let text = Small.text.replacing("\n", with: "\r\n")
    let (lesson, diagnostics) = Lesson.parse(text, file: "small.md")
    #expect(diagnostics.isEmpty)
    #expect(lesson?.pipeline == (try Small.lesson().pipeline))
  }

  @Test func `a lesson's parts are there in order`() throws {
    let lesson = try Small.lesson(adding: "## Why\n\nBecause.\n\n## More\n\nText.\n")
    #expect(lesson.title == "Small")
    #expect(lesson.stages.map(\.kind) == Stage.Kind.allCases)
    #expect(lesson.stages[0].title == [.text("Data")])
    #expect(lesson.stages[1].yaml.hasPrefix("- train_test_split"))
    #expect(lesson.summary.plainText == "Two moons, and a small network.")
    #expect(lesson.sections.map(\.kind).suffix(2) == [.why, .prose])
    #expect(lesson.blocks(.why).inlines.plainText == "Because.")
    #expect(lesson.minutes == 1)
  }
}
