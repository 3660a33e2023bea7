extension SectionReader {
  /// Reports stages that are missing, stand twice, or in another order than they run.
  mutating func checkStages() {
    let source = diagnostics.source
    let fence = { (stage: Stage) in source.lineRange(source.line(at: stage.settings.lower) - 1) }
    for kind in Stage.Kind.allCases {
      let found = stages.filter { $0.kind == kind }
      for stage in found.dropFirst() {
        diagnostics.report(
          .duplicateStage, "the stage \(kind.rawValue) stands twice", at: fence(stage),
          notes: ["it stands first on line \(source.line(at: found[0].settings.lower) - 1)"])
      }
    }
    var last: Stage?
    for (place, stage) in stages.enumerated()
    where !stages[..<place].contains(where: { $0.kind == stage.kind }) {
      if let before = last, before.kind > stage.kind {
        diagnostics.report(
          .stageOrder, "the stage \(stage.kind.rawValue) stands after \(before.kind.rawValue)",
          at: fence(stage),
          helps: ["put the stages in the order \(Self.order)"])
        break
      }
      last = stage
    }
    reportMissing()
  }

  private static let order = Suggestion.list(Stage.Kind.allCases.map(\.rawValue))

  private mutating func reportMissing() {
    // What follows an unclosed fence is code: nobody can tell which stages are missing.
    guard !diagnostics.found.contains(where: { $0.code == .unclosedFence }) else { return }
    let missing = Stage.Kind.allCases.filter { kind in !stages.contains { $0.kind == kind } }
    guard let first = missing.first else { return }
    let names = Suggestion.list(missing.map(\.rawValue))
    diagnostics.report(
      .missingStage,
      missing.count == Stage.Kind.allCases.count
        ? "the lesson has no stages" : "the lesson has no stage \(names)", at: nil,
      helps: ["add a section with a block ```yaml \(first.rawValue)"])
  }
}

extension Stage.Kind: Comparable {
  /// Whether stage `a` runs before stage `b`.
  public static func < (a: Stage.Kind, b: Stage.Kind) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
