/// What a level-2 heading opens.
public struct Section: Sendable, Equatable {
  /// What it is for.
  public var kind: Kind
  /// Its heading as text.
  public var title: [Inline]
  /// Everything up to the next such heading; a stage's without its settings.
  public var blocks: [Block]
  /// The heading.
  public var heading: SourceRange

  /// What a section is for.
  public enum Kind: Sendable, Hashable {
    /// Prose of the Learn view, in its place.
    case prose
    case stage(Stage.Kind)
    case why, deepDive, tryIt, trainingTrace, predictionTrace, challenge, project, quiz, recall, keyInsight

    /// The reserved headings, in the order of the format's page.
    public static let reserved: [Kind] = [
      .why, .deepDive, .tryIt, .trainingTrace, .predictionTrace, .challenge, .project, .quiz, .recall,
      .keyInsight,
    ]

    /// The English heading that is reserved for it; nil for prose and stages, whose titles are free.
    public var heading: String? {
      switch self {
      case .prose, .stage: nil
      case .why: "Why"
      case .deepDive: "Deep Dive"
      case .tryIt: "Try"
      case .trainingTrace: "Training Trace"
      case .predictionTrace: "Prediction Trace"
      case .challenge: "Challenge"
      case .project: "Project"
      case .quiz: "Quiz"
      case .recall: "Recall"
      case .keyInsight: "Key Insight"
      }
    }
  }
}
