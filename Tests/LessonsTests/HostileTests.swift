import Testing

@testable import Lessons

/// Lessons may come from strangers: whatever the text, reading ends soon and without a crash.
@Suite struct HostileTests {
  private static let pieces = [
    "---\n", "title: x\n", "## ", "### ", "```yaml load\n", "```\n", "- [x] ", "- ", "> ", "| a | b |\n",
    "| - | - |\n",
    "`= lr[", "`? ", "`", "$$", "$", "\\", "[", "](", ")", "![", "<script>", "<!--", "*", "__", "~~", "{ ",
    "}", ": ",
    "&a ", "*a", "\n", "\n\n", "    ", "\t", "é", "見", "\u{202E}", "\u{0}", "1. ", "Answer: ", "±", "Linear",
    "lr: 1e999",
    "!!binary ", "? ", "\"", "'", "%", "|", "---", "...", "\r",
  ]

  @Test func `no mixture of a lesson's pieces crashes`() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1500 {
      let soup = (0..<(1 + next(40))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      _ = Lesson.parse(soup, file: "soup.md")
      // The same in the middle of a lesson that is right.
      let bytes = Array(Small.text.utf8)
      let place = next(bytes.count)
      _ = Lesson.parse(Array(bytes[..<place]) + Array(soup.utf8) + Array(bytes[place...]), file: "soup.md")
    }
  }

  @Test func `a lesson cut anywhere is read without a crash`() {
    let bytes = Array((Small.text + QuizTests.quiz).utf8)
    for length in 0..<bytes.count { _ = Lesson.parse(Array(bytes[..<length]), file: "cut.md") }
  }

  @Test func `text of many megabytes of one sign is read in time`() {
    for sign in ["`", "$", "[", "<", "*", "|", "> ", "- ", "`= 1` ", "$x$ "] {
      let text = "---\ntitle: x\n---\n" + String(repeating: sign, count: 20_000)
      _ = Lesson.parse(text, file: "long.md")
    }
  }

  @Test func `markup in a title or a parameter stays text`() throws {
    let lesson = try Small.lesson([("title: Small", "title: <b>\"Small\"</b> & more")])
    #expect(lesson.title == "<b>\"Small\"</b> & more")
  }
}
