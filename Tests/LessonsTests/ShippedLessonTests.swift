import Engine
import Foundation
import Testing

@testable import Lessons

/// The first lesson that ships, and the page that it began from.
@Suite struct ShippedLessonTests {
  private static func check(_ path: String) throws -> (checked: Checked, diagnostics: [Diagnostic]) {
    let name = String(path.split(separator: "/").last ?? "")
    let (lesson, diagnostics) = Lesson.parse(try Files.text(path), file: name)
    try #require(diagnostics.isEmpty, "\(diagnostics.text)")
    let found = try #require(lesson)
    return found.check(try found.pipeline.run())
  }

  @Test func `the cosine lesson is true`() throws {
    let (checked, diagnostics) = try Self.check("lessons/cosine-annealing-lr.md")
    #expect(diagnostics.isEmpty, "\(diagnostics.text)")
    let lesson = checked.lesson
    #expect(
      lesson.frontMatter.subject == "PyTorch" && lesson.frontMatter.field == "ml" && lesson.minutes == 12)
    #expect(checked.observations.map(\.epoch) == [1, 5, 10, 15, 20])
    #expect(lesson.predictionTrace?.steps.count == 4)
    #expect(lesson.quiz?.questions.count == 3)
    #expect(
      lesson.quiz?.questions.flatMap(\.options).allSatisfy { !$0.feedback.isEmpty && !$0.claims.isEmpty }
        == true)
    let sections = Section.Kind.reserved
    #expect(sections.allSatisfy { lesson.section($0) != nil })
    #expect(checked.claims.count >= 20)
    #expect(checked.targets == [false, false])
  }

  @Test func `no number of the cosine lesson's own prose is typed by hand`() throws {
    let lesson = try #require(
      Lesson.parse(try Files.text("lessons/cosine-annealing-lr.md"), file: "a.md").lesson)
    // What is left are settings that the prose quotes, counts of the formula, and epochs that it names.
    let decimals = lesson.inlines.flatMap(\.all).compactMap { inline -> String? in
      if case .text(let text) = inline, text.contains(/\d\.\d/) { text } else { nil }
    }
    #expect(decimals.allSatisfy { $0.contains("±") }, "\(decimals)")
  }

  @Test func `each false statement of the seed page is found with the true value`() throws {
    let (checked, diagnostics) = try Self.check("Tests/LessonsTests/Fixtures/seed-page.md")
    try expectGolden(diagnostics.text, "seed-page")
    #expect(diagnostics.codes.allSatisfy { $0 == .falseClaim })
    let found = { (line: Int, label: String) in
      diagnostics.contains { $0.place?.start.line == line && $0.label.contains(label) }
    }
    // Which epoch trains at which rate; the validation rows; the accuracy, given
    // twice; the straight loss curve.
    #expect(found(50, "lr[10] = 0.002447") && found(51, "lr[20] = 0.09755"))
    #expect(found(24, "train.samples = 800") && found(60, "train.samples = 800"))
    #expect(found(61, "evaluation.accuracy =") && found(62, "accuracy[20] ="))
    #expect(found(71, "loss[10] ="))
    #expect(checked.claims.map(\.text).contains("lr[15] > lr[14]"))
  }
}
