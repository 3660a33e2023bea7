import Engine

/// A lesson: front matter, prose, the five stages and the pipeline that they set, every part with its range.
public struct Lesson: Sendable, Equatable {
  /// The text that every range points into.
  public var source: Source
  /// What stands between the `---` lines.
  public var frontMatter: FrontMatter
  /// The text before the first level-2 heading.
  public var introduction: [Block]
  /// Every level-2 section in order, the stages and the reserved ones among them.
  public var sections: [Section]
  /// The five stages in order.
  public var stages: [Stage]
  /// What the stages set, ready to run.
  public var pipeline: Pipeline
  /// Where each part of the pipeline is written.
  public var places: PipelinePlaces
  /// The Training Trace section; nil without one, as all that follow.
  public var trainingTrace: TrainingTrace?
  /// The Prediction Trace section.
  public var predictionTrace: PredictionTrace?
  /// The Challenge section.
  public var challenge: QuestionSection?
  /// The Project section.
  public var project: Project?
  /// The Quiz section.
  public var quiz: QuestionSection?
  /// The Recall section.
  public var recall: Recall?
}

extension Lesson {
  /// The section of `kind`, if the author wrote one.
  public func section(_ kind: Section.Kind) -> Section? { sections.first { $0.kind == kind } }

  /// The blocks of the section of `kind`; empty without one.
  public func blocks(_ kind: Section.Kind) -> [Block] { section(kind)?.blocks ?? [] }

  /// The stage of `kind`.
  public func stage(_ kind: Stage.Kind) -> Stage? { stages.first { $0.kind == kind } }
}
