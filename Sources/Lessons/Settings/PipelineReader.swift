import Engine

/// Reads the settings of the five stages into a pipeline.
struct PipelineReader {
  var components: ComponentReader
  let frontMatter: FrontMatter

  init(_ frontMatter: FrontMatter, _ diagnostics: Diagnostics) {
    self.frontMatter = frontMatter
    components = ComponentReader(diagnostics: diagnostics)
  }

  var diagnostics: Diagnostics {
    get { components.diagnostics }
    set { components.diagnostics = newValue }
  }

  /// The pipeline that `stages` set; nil where any of them could not be read.
  mutating func read(_ stages: [Stage]) -> (pipeline: Pipeline, places: PipelinePlaces)? {
    var settings: [Stage.Kind: (fields: Fields, setting: Setting)] = [:]
    for stage in stages where settings[stage.kind] == nil {
      let found = diagnostics.found.count
      let read = YAMLReader.read(stage.settings, of: diagnostics.source, &diagnostics)
      guard diagnostics.found.count == found else { continue }
      let setting = read ?? Setting(content: .scalar("", isPlain: true), range: stage.settings)
      var fields = Fields([], range: stage.settings)
      if case .mapping(let pairs) = setting.content { fields = Fields(pairs, range: stage.settings) }
      settings[stage.kind] = (fields, setting)
    }
    let load = settings[.load].flatMap { self.load($0.fields, $0.setting) }
    let preprocess = settings[.preprocess].flatMap { self.preprocess($0.setting) }
    let train = settings[.train].flatMap { self.train($0.fields, $0.setting) }
    let schedule = settings[.schedule].flatMap { self.schedule($0.fields, $0.setting) }
    let evaluate = settings[.evaluate].flatMap { self.evaluate($0.fields, $0.setting) }
    guard let load, let preprocess, let train, let schedule, let evaluate else { return nil }
    var pipeline = Pipeline(
      seed: frontMatter.seed, precision: frontMatter.precision, load: load.stage,
      preprocess: preprocess.transforms, train: train.stage, schedule: schedule.stage,
      evaluate: evaluate.stage)
    pipeline.impliesSplit = preprocess.impliesSplit
    let places = PipelinePlaces(
      load: load.place, preprocess: preprocess.places, layers: train.layers, loss: train.loss,
      optimizer: train.optimizer, training: train.range, batchSize: train.batchSize, epochs: train.epochs,
      schedule: schedule.place, metrics: evaluate.metrics, predict: evaluate.predict,
      crossValidation: evaluate.crossValidation)
    return (pipeline, places)
  }

  /// The one component of a stage, when the stage's own settings are taken out.
  mutating func component(
    _ fields: Fields, _ setting: Setting, _ category: Category, others: [String]
  ) -> ReadComponent? {
    guard case .mapping = setting.content else { return components.component(setting, category) }
    guard let first = fields.rest.first else {
      diagnostics.report(
        .missingKey, "the stage needs \(category.one)", at: setting.range,
        helps: ["add a line Name: { parameter: value }"])
      return nil
    }
    // A misspelt setting beside the component is a setting still: the component is what the catalog knows.
    let names = category.entries.map(\.name.description)
    let chosen = fields.rest.first { names.contains($0.key) } ?? first
    for pair in fields.rest where pair.keyRange != chosen.keyRange {
      if names.contains(pair.key) {
        diagnostics.report(
          .invalidComponent, "the stage takes one \(category.noun), and \(pair.key) is another",
          at: pair.keyRange)
      } else {
        diagnostics.refuse([pair], known: others, in: "the stage")
      }
    }
    return components.component(chosen.key, at: chosen.keyRange, chosen.value, category, others: others)
  }
}
