import Engine

extension Lesson {
  /// The longest lesson that is read, in bytes.
  public static let longest = 4_194_304

  /// Reads a lesson; `file` is its name as messages show it.
  ///
  /// The lesson is nil where its stages set no pipeline. One with diagnostics may still be checked against a
  /// run, but is not fit to be shown.
  public static func parse(_ text: String, file: String) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    parse(Array(text.utf8), file: file)
  }

  /// Reads a lesson from the bytes of a file.
  public static func parse(_ bytes: [UInt8], file: String) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    switch Source.reading(bytes, file: file, limit: longest) {
    case .failure(let diagnostic): return (nil, [diagnostic])
    case .success(let source): return parse(source)
    }
  }

  private static func parse(_ source: Source) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics(source)
    let (frontMatter, hidden) = FrontMatterReader.read(&diagnostics)
    let blocks = MarkdownReader.read(source, hidden: hidden, &diagnostics)
    let reader = SectionReader(blocks, frontMatter, diagnostics)
    var pipelines = PipelineReader(frontMatter, reader.diagnostics)
    let read = pipelines.read(reader.stages)
    diagnostics = pipelines.diagnostics
    let parts = ReservedSections(reader.sections, frontMatter, &diagnostics)
    guard let read else { return (nil, diagnostics.sorted) }
    let lesson = Lesson(
      source: source, frontMatter: frontMatter, introduction: reader.introduction, sections: reader.sections,
      stages: reader.stages.sorted { $0.kind < $1.kind }, pipeline: read.pipeline, places: read.places,
      trainingTrace: parts.trainingTrace, predictionTrace: parts.predictionTrace, challenge: parts.challenge,
      project: parts.project, quiz: parts.quiz, recall: parts.recall)
    lesson.checkTrials(&diagnostics)
    return (lesson, diagnostics.sorted)
  }
}

/// What the reserved sections hold.
private struct ReservedSections {
  var trainingTrace: TrainingTrace?
  var predictionTrace: PredictionTrace?
  var challenge: QuestionSection?
  var project: Project?
  var quiz: QuestionSection?
  var recall: Recall?

  init(_ sections: [Section], _ frontMatter: FrontMatter, _ diagnostics: inout Diagnostics) {
    for section in sections {
      switch section.kind {
      case .trainingTrace where trainingTrace == nil:
        trainingTrace = TrainingTrace(section, language: frontMatter.language, &diagnostics)
      case .predictionTrace where predictionTrace == nil: predictionTrace = PredictionTrace(section)
      case .challenge where challenge == nil: challenge = QuestionSection(section, &diagnostics)
      case .project where project == nil: project = Project(section, &diagnostics)
      case .quiz where quiz == nil: quiz = QuestionSection(section, &diagnostics)
      case .recall where recall == nil: recall = Recall(section, &diagnostics)
      default: break
      }
    }
  }
}
