import Lessons
import Testing

@testable import Engine
@testable import Views

/// Each rule is tested by its name on a run of which it may ask, and on one of which it may not.
@Suite struct `Questions that a run settles` {
  private func exhibit(_ change: (inout Trace) -> Void = { _ in }, without: (inout Trace) -> Void = { _ in })
    -> Exhibit
  {
    var (checked, unscheduled) = (Samples.cosine, Samples.cosine.trace)
    change(&checked.trace)
    without(&unscheduled)
    return Exhibit(checked, unscheduled: unscheduled)
  }

  private func right(_ question: Lessons.Question?) -> String? {
    question.flatMap { $0.options.first(where: \.isRight) }.map { Prose.words($0.text) }
  }

  private func explanation(_ question: Lessons.Question?) -> String? {
    question.map { Prose(checked: Samples.cosine, view: "").blocks($0.explanation).text }
  }

  private func body(_ question: Lessons.Question?) -> String? {
    question.map { Prose(checked: Samples.cosine, view: "").blocks($0.body).text }
  }

  @Test func `lowest validation loss`() {
    let rule = ChallengeRule.lowestValLoss
    func losses(_ value: @escaping (Int) -> Double) -> Exhibit {
      exhibit { trace in for i in trace.epochs.indices { trace.epochs[i].valLoss = value(i + 1) } }
    }
    #expect(right(rule.question(of: losses { $0 == 7 ? 0.5 : 1 })) == "In epochs 6 to 10")
    #expect(rule.question(of: losses { $0 == 7 ? 0.995 : 1 }) == nil, "too near to tell")
    #expect(rule.question(of: losses { $0 == 7 ? .nan : 1 }) == nil)
    #expect(rule.question(of: exhibit { $0.epochs = Array($0.epochs.prefix(2)) }) == nil, "too few epochs")
    let explained = { (value: @escaping (Int) -> Double) in explanation(rule.question(of: losses(value))) }
    #expect(explained { $0 == 7 ? 0.5 : 1 } == "It is lowest after epoch 7, at 0.500, and ends at 1.000.")
    #expect(explained { $0 == 20 ? 0.5 : 1 } == "It is lowest after epoch 20, the last, at 0.5000.")
    #expect(
      explained { $0 > 18 ? 0.5 : 1 }
        == "It is first at its lowest, 0.5000, after epoch 19, and ends there too.")
    #expect(
      explained { $0 == 19 ? 0.50001 : $0 == 20 ? 0.50002 : 1 }
        == "It is lowest after epoch 19, at 0.50001, and ends at 0.50002.")
  }

  @Test func `with or without the schedule`() {
    let rule = ChallengeRule.withoutSchedule
    func ends(_ with: Double, _ without: Double) -> Exhibit {
      exhibit({ $0.epochs[19].valLoss = with }, without: { $0.epochs[19].valLoss = without })
    }
    #expect(right(rule.question(of: ends(0.3, 0.4))) == "The run with the schedule")
    #expect(right(rule.question(of: ends(0.4, 0.3))) == "The run at a constant rate")
    #expect(rule.question(of: ends(0.4, 0.401)) == nil, "a tie")
    #expect(rule.question(of: Exhibit(Samples.regression)) == nil, "no schedule")
  }

  @Test func `rate of an epoch`() throws {
    let rule = ChallengeRule.rateOfEpoch
    let question = try #require(rule.question(of: exhibit()))
    let epoch = try #require(
      Prose.words(question.title).split(separator: " ").compactMap { Int($0) }.first)
    #expect(!Samples.cosine.lesson.source.text.contains("lr[\(epoch)]"))
    #expect(
      Samples.cosine.key(of: question)
        == .number(
          Numeral.text(Samples.cosine.trace.epochs[epoch - 1].rate.lr),
          tolerance: 0.05 * Samples.cosine.trace.epochs[epoch - 1].rate.lr + 1e-9))
    #expect(rule.question(of: Exhibit(Samples.regression)) == nil, "no schedule")
    #expect(rule.question(of: exhibit { for i in $0.epochs.indices { $0.epochs[i].rate.lr = 1 } }) == nil)
    #expect(explanation(question)?.contains(" trains with ") == true)
  }

  @Test func `where the rate moves within an epoch, it is asked what the epoch begins with`() throws {
    let question = try #require(ChallengeRule.rateOfEpoch.question(of: Exhibit(Samples.moons)))
    let texts = [Prose.words(question.title), body(question), explanation(question)].compactMap(\.self)
    #expect(texts.count == 3 && texts.allSatisfy { $0.contains("begin") && !$0.contains("train") })
  }

  @Test func `shape after a layer`() {
    let rule = ChallengeRule.shapeOfLayer
    #expect(right(rule.question(of: exhibit())) == "32 × 64")
    #expect(rule.question(of: exhibit { $0.model.layers = [] }) == nil)
    #expect(rule.question(of: exhibit { $0.pipeline.train.batchSize = 1 }) == nil)
  }

  @Test func `one number is no plural`() throws {
    let narrow = exhibit { trace in
      trace.model.layers[0].input = Shape(1)
      trace.model.layers[0].output = Shape(1, 1)
    }
    let shape = try #require(ChallengeRule.shapeOfLayer.ask(narrow))
    #expect(Prose.words(shape.title).hasPrefix("A full batch of 32 rows, 1 number each, comes to layer 1, "))
    #expect(explanation(shape)?.contains("each becomes 1 × 1 number: ") == true)
    #expect(
      body(ChallengeRule.parametersOfLayer.ask(narrow)) == "It takes 1 number of a row and gives 1 × 1.")
    #expect(
      body(ChallengeRule.parametersOfLayer.ask(exhibit())) == "It takes 20 numbers of a row and gives 64.")
  }

  @Test func `parameters of a layer`() throws {
    let rule = ChallengeRule.parametersOfLayer
    let question = try #require(rule.question(of: exhibit()))
    #expect(Samples.cosine.key(of: question) == .number("1344", tolerance: 1e-9 * 1344))
    #expect(question.number?.tolerance?.isZero == true, "no ± stands beside it")
    #expect(rule.question(of: exhibit { $0.model.layers = [] }) == nil)
  }

  @Test func `final accuracy`() {
    let rule = ChallengeRule.finalAccuracy
    func ends(_ accuracy: Double?) -> Exhibit { exhibit { $0.epochs[19].valAccuracy = accuracy } }
    #expect(right(rule.question(of: ends(0.91))) == "90% to 97%")
    #expect(right(rule.question(of: ends(1))) == "More than 97%")
    #expect(right(rule.question(of: ends(0.2))) == "Less than 50%")
    #expect(rule.question(of: ends(0.902)) == nil, "too near to a bound")
    #expect(rule.question(of: Exhibit(Samples.regression)) == nil, "no classes")
    #expect(rule.question(of: exhibit { $0.preprocess.validationRows = [0] }) == nil, "one row has no shares")
  }

  @Test func `every rule has a name of its own`() {
    let names = ChallengeRule.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Samples.all.map(\.name))
  func `every question has one right option, and the run bears out its claims`(name: String) {
    let exhibit = Exhibit(Samples.named(name), unscheduled: Samples.named(name).trace)
    #expect(!exhibit.challenge.isEmpty)
    for rule in ChallengeRule.all {
      #expect((rule.ask(exhibit) == nil) == (rule.question(of: exhibit) == nil), "\(rule.name)")
    }
    for question in exhibit.challenge where question.number == nil {
      #expect(question.options.count(where: \.isRight) == 1)
      #expect(Set(question.options.map { Prose.words($0.text) }).count == question.options.count)
    }
  }

  @Test func `a question whose claim the run refutes is not asked`() {
    let rule = ChallengeRule(name: "wrong") { _ in
      .choice(
        [.text("?")],
        options: [
          .init([.text("a")], claim: "epochs == 3", isRight: true), .init([.text("b")], isRight: false),
        ],
        explanation: [])
    }
    #expect(rule.ask(exhibit()) != nil && rule.question(of: exhibit()) == nil)
  }

  @Test func `stretches keep their order on the page`() throws {
    let questions = View.challenge.document(Exhibit(Samples.cosine)).blocks.questionsAsked
    let stretches = try #require(questions.first { $0.prompt.plain.contains("validation loss") })
    guard case .options(let options, _) = stretches.answer else { throw Missing() }
    #expect(options.map { $0.text.plain.hasSuffix(" 5") } == [true, false, false, false])
  }

  private struct Missing: Error {}
}

extension Prose {
  /// The words of an author's text without values.
  static func words(_ text: [Lessons.Inline]) -> String {
    Prose(checked: Samples.cosine, view: "").plain(text)
  }
}

extension [Views.Block] {
  var questionsAsked: [Views.Question] {
    compactMap { if case .question(let question) = $0 { question } else { nil } }
  }
}
