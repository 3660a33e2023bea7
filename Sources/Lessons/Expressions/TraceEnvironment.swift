import Engine

extension Environment {
  /// The names of lesson-format's table, as `trace` bears them out.
  init(_ trace: Trace) {
    let train = trace.pipeline.train
    let epochs = trace.epochs
    let noAccuracy = "the target is a value: there is no accuracy"
    let series = { (values: [Double]) in Quantity.series(Series(values: values, unit: "epoch")) }
    let accuracies = { (values: [Double?]) -> Quantity? in
      let present = values.compactMap { $0 }
      return present.count == epochs.count ? series(present) : nil
    }
    entries = [
      Entry("epochs", Double(epochs.count)),
      Entry("batch_size", Double(train.batchSize)),
      Entry("batches", Double(trace.steps.perEpoch)),
      Entry("seed", Double(trace.pipeline.seed)),
      Entry("data", .group(Self.data(trace.load))),
      Entry(
        "train",
        .group(Group(name: "train", fields: [Entry("samples", Double(trace.preprocess.trainRows.count))]))),
      Entry(
        "validation",
        .group(
          Group(name: "validation", fields: [Entry("samples", Double(trace.preprocess.validationRows.count))])
        )),
      Entry("parameters", Double(trace.model.parameterCount)),
      Entry(
        "lr", .series(Series(values: epochs.map(\.rate.lr), unit: "epoch", next: trace.nextRate.lr))),
      Entry("momentum", Self.momentum(trace), else: "the optimizer has no momentum"),
      Entry("lr_step", .series(Series(values: trace.steps.lr, unit: "step"))),
      Entry("loss", series(epochs.map(\.loss))),
      Entry("accuracy", accuracies(epochs.map(\.accuracy)), else: noAccuracy),
      Entry("val_loss", series(epochs.map(\.valLoss))),
      Entry("val_accuracy", accuracies(epochs.map(\.valAccuracy)), else: noAccuracy),
      Entry("grad_norm", series(epochs.map(\.gradNorm))),
      Entry("evaluation", .group(Self.evaluation(trace))),
      Entry(
        "cross_validation", trace.crossValidation.map { .group(Self.folds($0)) },
        else: "the evaluate stage asks for none: add cross_validation: KFold"),
      Entry(
        "prediction", trace.predictions.first.map { .group(Self.prediction($0, trace.load)) },
        else: "the lesson follows no sample"),
      Entry(
        "layer", trace.predictions.first.map { .groups($0.steps.enumerated().map(Self.step), name: "layer") },
        else: "the lesson follows no sample"),
      Entry("pi", .pi),
    ]
  }

  private static func momentum(_ trace: Trace) -> Quantity? {
    let values = trace.epochs.compactMap(\.rate.momentum)
    guard values.count == trace.epochs.count else { return nil }
    return .series(Series(values: values, unit: "epoch", next: trace.nextRate.momentum))
  }

  private static func data(_ load: LoadTrace) -> Group {
    Group(
      name: "data",
      fields: [
        Entry("samples", Double(load.samples)), Entry("features", Double(load.features)),
        Entry(
          "classes", load.classes > 0 ? .number(Double(load.classes)) : nil,
          else: "the target is a value: there are no classes"),
      ])
  }

  /// A metric is a number, a list by class, or a matrix by class; classes count from 0, as in scikit-learn.
  private static func evaluation(_ trace: Trace) -> Group {
    let fields = trace.evaluation.map { measurement in
      let name = Catalog.metrics[measurement.row].info.name.description
      let row = { (values: ArraySlice<Double>) in Series(values: Array(values), origin: 0, unit: "class") }
      switch measurement.shape.rank {
      case 0: return Entry(name, measurement.values.first.map { .number($0) }, else: "it was not measured")
      case 1: return Entry(name, .series(row(measurement.values[...])))
      default:
        let columns = max(1, measurement.shape[-1])
        let rows = stride(from: 0, to: measurement.values.count, by: columns).map {
          row(measurement.values[$0..<min($0 + columns, measurement.values.count)])
        }
        return Entry(name, .matrix(rows, origin: 0))
      }
    }
    return Group(name: "evaluation", fields: fields)
  }

  /// The number of folds, and for each metric what it finds of them, by fold from 1.
  private static func folds(_ result: CrossValidation) -> Group {
    Group(
      name: "cross_validation",
      fields: [Entry("folds", Double(result.folds.count))]
        + result.scores.map {
          Entry($0.metric.info.name.description, .series(Series(values: $0.values, unit: "fold")))
        })
  }

  private static func prediction(_ prediction: Prediction, _ load: LoadTrace) -> Group {
    let isClass = !prediction.probabilities.isEmpty
    let reason = "the target is a value: write prediction.value"
    let answer = prediction.answer.first ?? .nan
    let label =
      load.classNames.indices.contains(Int(isClass ? answer : -1)) ? load.classNames[Int(answer)] : nil
    return Group(
      name: "prediction",
      fields: [
        Entry("class", isClass ? .number(answer) : nil, else: reason),
        Entry("label", isClass ? .text(label ?? Numeral.text(answer)) : nil, else: reason),
        Entry("probability", prediction.probability.map { .number($0) }, else: reason),
        Entry("target", prediction.target.first ?? .nan),
        Entry("correct", prediction.correct.map { .truth($0) }, else: reason),
        Entry(
          "value", isClass ? nil : .number(answer), else: "the target is a class: write prediction.class"),
      ])
  }

  private static func step(_ place: Int, _ step: PredictionStep) -> Group {
    let statistics = step.statistics
    let shape = Series(values: step.shape.sizes.map { Double($0) }, unit: "axis", isExcerpt: true)
    return Group(
      name: "layer[\(place + 1)]",
      fields: [
        Entry("mean", statistics.mean), Entry("std", statistics.deviation), Entry("min", statistics.minimum),
        Entry("max", statistics.maximum), Entry("zeros", Double(statistics.zeros)),
        Entry("shape", .series(shape)),
      ])
  }
}
