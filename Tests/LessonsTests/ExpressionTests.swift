import Engine
import Testing

@testable import Lessons

/// What expressions come to, in a run of the small lesson: 60 samples, 45 to train on in batches of 15,
/// 6 epochs, a cosine with its floor at epoch 4.
@Suite struct ExpressionTests {
  private func evaluate(_ text: String) throws -> Quantity {
    let source = Source(text, file: "a.md")
    var parser = try ExpressionParser(SourceRange(0, source.bytes.count), of: source)
    let expression = try parser.expression()
    try parser.finish()
    return try Evaluator(environment: Environment(Small.trace), source: source).evaluate(expression)
  }

  @Test(
    arguments: [
      ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4), ("2 ^ -1", 0.5),
      ("7 - 2 - 1", 4),
      ("12 / 3 / 2", 2), ("-3 + 5", 2), ("1e3 / 2.5e-1", 4000), (".5 * 2", 1), ("1_000", 1000), ("7 % 4", 3),
      ("3 − 1", 2), ("3 × 2", 6), ("--1", 1),
    ] as [(String, Double)])
  func `operators bind as in mathematics`(text: String, value: Double) throws {
    #expect(try evaluate(text) == .number(value))
  }

  @Test(arguments: [
    ("1 < 2", true), ("2 <= 2", true), ("2 < 2", false), ("3 > 2 and 2 > 1", true), ("1 > 2 or 2 > 1", true),
    ("not 1 > 2", true), ("not 1 == 2 and 1 == 1", true), ("1 == 2 or 1 == 1 and 2 == 2", true),
    ("1 != 2", true),
    ("0.1 + 0.2 == 0.3", true), ("1 == 1 + 1e-10", true), ("1 == 1 + 1e-8", false), ("0 == 1e-13", true),
    ("0 == 1e-11", false), ("0.1 + 0.2 > 0.3", false), ("0.1 + 0.2 <= 0.3", true), ("100 ~= 101", true),
    ("100 ~= 102", false), ("0 ~= 0", true), ("within(1, 1.5, 0.5)", true), ("within(1, 1.6, 0.5)", false),
    ("\"a\" == 'a'", true), ("\"a\" != \"b\"", true), ("[1, 2] == [1, 2]", true), ("[1, 2] == [1]", false),
    ("1 ≤ 2", true), ("1 ≠ 1", false), ("1 ≈ 1.001", true), ("1 > 2 and lr[99] > 0", false),
    ("1 < 2 or lr[99] > 0", true),
  ])
  func `comparisons hold to their tolerances`(text: String, value: Bool) throws {
    #expect(try evaluate(text) == .truth(value))
  }

  @Test(
    arguments: [
      ("epochs", 6), ("batch_size", 15), ("batches", 3), ("seed", 7), ("data.samples", 60),
      ("data.features", 2),
      ("data.classes", 2), ("train.samples", 45), ("validation.samples", 15), ("parameters", 42),
      ("lr[1]", 0.1),
      ("lr[epochs + 1]", 0.1), ("lr[4]", 0), ("min(lr)", 0), ("max(lr)", 0.1), ("argmin(lr)", 4),
      ("argmax(lr)", 1),
      ("first(lr)", 0.1), ("len(lr)", 6), ("len(lr_step)", 18), ("lr_step[4]", 0.075),
      ("lr[1...2][2]", 0.075),
      ("len(loss[2...4])", 3), ("argmin(lr[2...6])", 4), ("sum(lr[1...4])", 0.2),
      ("mean(lr[3...5])", 0.05 / 3),
      ("last(lr)", 0.075), ("momentum[1]", 0.9), ("min(3, 1, 2)", 1), ("max(3, 1)", 3), ("mean(1, 2)", 1.5),
      ("sum(1, 2, 3)", 6), ("abs(-2)", 2), ("round(2.5)", 2), ("round(3.14159, 2)", 3.14), ("sqrt(9)", 3),
      ("exp(0)", 1), ("log(1)", 0), ("cos(0)", 1), ("cos(pi)", -1), ("layer[1].shape[1]", 2),
      ("layer[2].shape[1]", 8), ("len(evaluation.confusion_matrix[0])", 2),
      ("sum(evaluation.confusion_matrix[0]) + sum(evaluation.confusion_matrix[1])", 15),
    ] as [(String, Double)])
  func `names stand for what the run did`(text: String, value: Double) throws {
    guard case .number(let number) = try evaluate(text) else {
      Issue.record("not a number")
      return
    }
    #expect(abs(number - value) < 1e-12)
  }

  @Test func `series and samples are those of the trace`() throws {
    let trace = Small.trace
    #expect(try evaluate("loss[3]") == .number(trace.epochs[2].loss))
    #expect(try evaluate("accuracy[6]") == .number(trace.epochs[5].accuracy ?? .nan))
    #expect(try evaluate("val_loss[epochs]") == .number(trace.epochs[5].valLoss))
    #expect(try evaluate("grad_norm[1]") == .number(trace.epochs[0].gradNorm))
    #expect(try evaluate("evaluation.accuracy == val_accuracy[epochs]") == .truth(true))
    let prediction = try #require(trace.predictions.first)
    #expect(try evaluate("prediction.class") == .number(prediction.answer[0]))
    #expect(try evaluate("prediction.correct") == .truth(prediction.answer == prediction.target))
    #expect(try evaluate("layer[2].zeros") == .number(Double(prediction.steps[1].statistics.zeros)))
    #expect(try evaluate("layer[1].mean") == .number(prediction.steps[0].statistics.mean))
    #expect(try evaluate("decreasing(lr[1...4]) and increasing(lr[4...6])") == .truth(true))
    #expect(try evaluate("increasing(lr)") == .truth(false))
  }

  @Test(
    arguments: [
      ("lr[0]", Diagnostic.Code.outOfRange), ("lr[8]", .outOfRange), ("loss[7]", .outOfRange),
      ("lr[1.5]", .outOfRange),
      ("lr[4...2]", .outOfRange), ("layer[9].mean", .outOfRange), ("lrr[1]", .unknownName),
      ("data.rows", .unknownName),
      ("evaluation.f1", .unknownName), ("prediction.value", .unknownName), ("mix(lr)", .unknownName),
      ("lr + 1", .wrongType), ("min(1)", .wrongType), ("len(1)", .wrongType), ("not 1", .wrongType),
      ("1 and 2", .wrongType), ("1 == \"a\"", .wrongType), ("epochs[1]", .wrongType),
      ("epochs.x", .wrongType),
      ("within(1, 2)", .wrongType), ("loss < 1", .wrongType), ("1 / 0", .notANumber),
      ("sqrt(-1)", .notANumber),
      ("log(0)", .notANumber), ("0 ^ -1", .notANumber), ("1 +", .invalidExpression),
      ("(1", .invalidExpression),
      ("1 2", .invalidExpression), ("#", .invalidExpression), ("lr[", .invalidExpression),
      ("\"a", .invalidExpression),
      ("a.", .invalidExpression), ("1 = 1", .invalidExpression), ("", .invalidExpression),
      ("and", .invalidExpression),
    ] as [(String, Diagnostic.Code)])
  func `what has no value says why`(text: String, code: Diagnostic.Code) {
    #expect { try evaluate(text) } throws: { ($0 as? ExpressionError)?.code == code }
  }

  @Test func `endless expressions are refused`() {
    for text in [
      String(repeating: "(", count: 5000), String(repeating: "-", count: 5000),
      String(repeating: "not ", count: 5000),
      Array(repeating: "1", count: 5000).joined(separator: "+"), String(repeating: "2^", count: 5000) + "2",
      "lr" + String(repeating: "[1]", count: 5000), String(repeating: "[", count: 5000),
    ] {
      #expect(throws: ExpressionError.self) { try evaluate(text) }
    }
  }

  @Test(
    arguments: [
      (0.002447174185242324, ValueFormat.automatic, "0.002447"), (0, .automatic, "0"), (20, .automatic, "20"),
      (1474, .automatic, "1474"), (0.1, .automatic, "0.1"), (2900.25, .automatic, "2900"),
      (123456.7, .automatic, "123457"),
      (1e-7, .automatic, "1e-07"), (-0.5, .automatic, "-0.5"), (0.91, .percent, "91%"),
      (0.7725, .percent, "77.25%"),
      (1, .percent, "100%"), (0.12345678, .printf("%.4f"), "0.1235"), (3, .printf("%d"), "3"),
      (3.5, .printf("%d"), nil),
      (0.5, .printf("%.1f%%"), "0.5%"), (12, .printf("%5d"), "   12"), (1234.5, .printf("%.2e"), "1.23e+03"),
    ] as [(Double, ValueFormat, String?)])
  func `numbers are written in four digits unless a format says otherwise`(
    value: Double, format: ValueFormat, text: String?
  ) {
    #expect(Numeral.text(value, format: format) == text)
  }

  @Test func `readers get a real minus`() {
    #expect(Numeral.typographic("-0.5") == "−0.5")
    #expect(Numeral.typographic("1e-07") == "1e−07")
    #expect(Numeral.typographic("-1, -2.5 and 3e-07") == "−1, −2.5 and 3e−07")
    #expect(Numeral.typographic("well-known type-1, 3-4") == "well-known type-1, 3-4")
  }
}
