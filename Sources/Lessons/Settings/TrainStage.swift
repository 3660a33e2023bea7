import Engine

/// Stage 3 as it was read, and where.
struct ReadTraining {
  var stage: Pipeline.Train
  var layers: [ComponentPlace]
  var loss: ComponentPlace
  var optimizer: ComponentPlace
  var range: SourceRange
  var batchSize: SourceRange
  var epochs: SourceRange
}

extension PipelineReader {
  static let trainKeys = [
    "model", "loss", "optimizer", "batch_size", "epochs", "shuffle", "drop_last", "generator", "weight_decay",
    "clip_grad_norm_", "clip_grad_value_", "early_stopping", "groups", "accumulation", "averaging",
  ]

  /// Stage 3: the model, the loss, the optimizer, and how long.
  mutating func train(_ fields: Fields, _ setting: Setting) -> ReadTraining? {
    var fields = fields
    let required = ["model", "loss", "optimizer", "batch_size", "epochs"]
    let missing = required.filter { key in !fields.rest.contains { $0.key == key } }
    if !missing.isEmpty {
      diagnostics.report(
        .missingKey, "the train stage needs \(Suggestion.list(missing))", at: setting.range,
        helps: ["add a line \(missing[0]): …"])
    }
    let model = fields.take("model").flatMap { components.components($0.value, .layer) }
    let loss = fields.take("loss").flatMap { components.component($0.value, .loss) }
    let optimizing = fields.take("optimizer")
    let optimizer = optimizer(optimizing, weightDecay: fields.take("weight_decay"))
    let batch = fields.take("batch_size")
    let batchSize = diagnostics.integer(batch, in: 1...Parameter.countLimit)
    let epoch = fields.take("epochs")
    let epochs = diagnostics.integer(epoch, in: 1...1_000_000)
    let options = options(&fields, optimizing, layers: model?.count ?? 0)
    diagnostics.refuse(fields.rest, known: Self.trainKeys, in: "the train stage")
    if let model, model.isEmpty {
      diagnostics.report(.invalidValue, "the model has no layers", at: setting.range)
      return nil
    }
    guard let model, let loss, let optimizer, let batchSize, let batch, let epochs, let epoch else {
      return nil
    }
    var stage = Pipeline.Train(
      model: model.map(\.component), loss: loss.component, optimizer: optimizer.component,
      batchSize: batchSize, epochs: epochs)
    options(&stage)
    return ReadTraining(
      stage: stage, layers: model.map(\.place), loss: loss.place, optimizer: optimizer.place,
      range: setting.range, batchSize: batch.value.range, epochs: epoch.value.range)
  }

  /// What may be set beside the model, the loss, the optimizer and their counts: a change of the stage.
  private mutating func options(
    _ fields: inout Fields, _ optimizer: Setting.Pair?, layers: Int
  ) -> (inout Pipeline.Train) -> Void {
    let shuffle = diagnostics.flag(fields.take("shuffle"))
    let dropLast = diagnostics.flag(fields.take("drop_last"))
    let generator = diagnostics.integer(fields.take("generator"), in: 0...Int(UInt32.max))
    let norm = limit(fields.take("clip_grad_norm_"), named: "max_norm")
    let value = limit(fields.take("clip_grad_value_"), named: "clip_value")
    let stopping = earlyStopping(fields.take("early_stopping"))
    let groups = groups(fields.take("groups"), optimizer, layers: layers)
    let accumulation = diagnostics.integer(fields.take("accumulation"), in: 1...Parameter.countLimit)
    let averaging = diagnostics.value(fields.take("averaging"), "a number from 0 to below 1") { setting in
      setting.arithmetic.flatMap { Parameter.Bounds.belowOne.contains($0) ? $0 : nil }
    }
    return { stage in
      stage.shuffle = shuffle ?? true
      stage.dropLast = dropLast ?? false
      stage.loaderSeed = generator.map { UInt64($0) }
      stage.clipGradNorm = norm
      stage.clipGradValue = value
      stage.earlyStopping = stopping
      stage.groups = groups
      stage.accumulation = accumulation ?? 1
      stage.averaging = averaging
    }
  }

  /// The optimizer; a `weight_decay` beside it is its own.
  private mutating func optimizer(_ pair: Setting.Pair?, weightDecay: Setting.Pair?) -> ReadComponent? {
    guard let pair, var read = components.component(pair.value, .optimizer) else { return nil }
    guard let weightDecay else { return read }
    let info = read.component.info
    guard let row = info.row(of: weightDecay.key), read.place.arguments[row] == nil else {
      diagnostics.report(
        .invalidValue,
        info.row(of: weightDecay.key) == nil
          ? "\(info.name) has no weight_decay" : "weight_decay stands in the optimizer already",
        at: weightDecay.keyRange)
      return nil
    }
    guard
      let argument = components.argument(
        weightDecay.value, info.parameters[row], of: info, parts: &read.place.parts)
    else { return nil }
    read.component.arguments[row] = argument
    read.place.arguments[row] = weightDecay.value.range
    return read
  }

  /// `key: 1.0`, or `key: { name: 1.0 }`.
  private mutating func limit(_ pair: Setting.Pair?, named name: String) -> Double? {
    guard var pair else { return nil }
    if case .mapping(let inner) = pair.value.content, inner.count == 1, inner[0].key == name {
      pair = inner[0]
    }
    return diagnostics.value(pair, "a number above 0") { setting in
      setting.arithmetic.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
  }

  /// `early_stopping: 5`, or `{ patience: 5, min_delta: 0.001, metric: val_loss }`.
  private mutating func earlyStopping(_ pair: Setting.Pair?) -> Pipeline.EarlyStopping? {
    guard let pair, !pair.value.isNone else { return nil }
    guard case .mapping(let inner) = pair.value.content else {
      return diagnostics.integer(pair, in: 0...Parameter.countLimit).map {
        Pipeline.EarlyStopping(patience: $0)
      }
    }
    var fields = Fields(inner, range: pair.value.range)
    guard let patience = fields.take("patience") else {
      diagnostics.report(.missingKey, "early_stopping needs patience", at: pair.keyRange)
      return nil
    }
    let epochs = diagnostics.integer(patience, in: 0...Parameter.countLimit)
    let delta = diagnostics.value(fields.take("min_delta"), "a number of at least 0") { setting in
      setting.arithmetic.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
    }
    let watched = watched(fields.take("metric"))
    diagnostics.refuse(fields.rest, known: ["patience", "min_delta", "metric"], in: "early_stopping")
    return epochs.map {
      Pipeline.EarlyStopping(patience: $0, minDelta: delta ?? 0, watched: watched ?? .valLoss)
    }
  }

  /// A series that a plateau or early stopping watches.
  mutating func watched(_ pair: Setting.Pair?) -> Pipeline.Watched? {
    let names = Pipeline.Watched.allCases.map(\.name.description)
    return diagnostics.value(pair, "one of \(Suggestion.list(names, "or"))") { setting in
      Pipeline.Watched.allCases.first { $0.name.description == setting.text }
    }
  }
}
