import Engine
import Foundation
import Testing

/// One run of runs.json.
package struct GoldenRun: Decodable, Sendable, CustomTestStringConvertible, CustomStringConvertible {
  package let spec: Spec
  package let f32: Series
  package let f64: Series
  package let drift_f32: [Double]
  package let drift_f32_val: [Double]

  package struct Spec: Decodable {
    package let name: String
    let seed: UInt64
    let loader_generator_seed: UInt64?
    let dataset: JSON
    let split: JSON
    let scale: String
    let input_shape: [Int]?
    let model: [JSON]
    let `init`: JSON?
    let loss: JSON
    let optimizer: JSON
    let scheduler: JSON
    let scheduler_step: String
    let batch_size: Int
    let epochs: Int
    let drop_last: Bool?
    let clip_grad_norm: Double?
  }

  package struct Series: Decodable {
    package let train_loss: [Double]
    package let val_loss: [Double]
    let lr: [Double]
    let train_acc: [Double]?
    let val_acc: [Double]?
    let first_epoch_batch_losses: [Double]
    let initial_params_first: [Double]
    let initial_params_last: [Double]
    let initial_params_sum_f64: Double
  }

  package var testDescription: String { spec.name }
  package var description: String { spec.name }

  /// The run as a pipeline, and its data.
  package func pipeline(_ precision: Pipeline.Precision) throws -> (Pipeline, Table?) {
    let (dataset, table) = try data()
    var train = Pipeline.Train(
      model: try model(), loss: try component(.loss, spec.loss),
      optimizer: try component(.optimizer, spec.optimizer), batchSize: spec.batch_size, epochs: spec.epochs)
    train.dropLast = spec.drop_last ?? false
    train.loaderSeed = spec.loader_generator_seed
    train.clipGradNorm = spec.clip_grad_norm
    let pipeline = Pipeline(
      seed: spec.seed, precision: precision,
      load: .init(dataset, take: spec.dataset.object?["take"]?.integer), preprocess: try preprocess(),
      train: train,
      schedule: .init(
        try component(.scheduler, spec.scheduler), cadence: spec.scheduler_step == "batch" ? .batch : .epoch),
      evaluate: .init(metrics: []))
    return (pipeline, table)
  }

  private func model() throws -> [Component] {
    let initializers = try initializers()
    var model = try spec.model.map { json in
      var layer = try component(.layer, json)
      if layer.info.name.description == "Linear" { layer.initializers = initializers }
      return layer
    }
    if let shape = spec.input_shape {
      let sizes = JSON.array(shape.map { .number(Double($0)) })
      model.insert(
        try component(.layer, "Unflatten", ["dim": .number(1), "unflattened_size": sizes]), at: 0)
    }
    return model
  }

  private func data() throws -> (Component, Table?) {
    let name = try #require(spec.dataset.object?["name"]?.string)
    guard name == "digits" || name == "diabetes" else {
      return (try component(.dataset, name, spec.dataset.object?["params"]?.object ?? [:]), nil)
    }
    struct Part: Decodable { let X: Goldens.Tensor; let y: [Double] }
    struct File: Decodable { let digits: Part; let diabetes: Part }
    let file = try Goldens.load("datasets", as: File.self)
    let part = name == "digits" ? file.digits : file.diabetes
    let table = Table(
      rows: part.X.shape[0], columns: part.X.shape[1], features: part.X.data, targets: part.y,
      classes: name == "digits" ? 10 : 0)
    return (
      try component(.dataset, "load_" + name, name == "diabetes" ? ["scaled": .bool(false)] : [:]), table
    )
  }

  private func preprocess() throws -> [Component] {
    var split = spec.split.object ?? [:]
    split["kind"] = nil
    let scale =
      switch spec.scale {
      case "div16": try component(.transform, "Rescaling", ["scale": .number(0.0625)])
      case "standard_xy": try component(.transform, "StandardScaler", ["target": .bool(true)])
      default: try component(.transform, "StandardScaler")
      }
    return [try component(.transform, "train_test_split", split), scale]
  }

  private func initializers() throws -> [Initialization] {
    guard let settings = spec.`init`?.object, let weight = settings["weight"] else { return [] }
    let bias = settings["bias"]?.double ?? 0
    return [
      Initialization(parameter: 0, component: try component(.initializer, weight)),
      Initialization(
        parameter: 1, component: try component(.initializer, "constant_", ["val": .number(bias)])),
    ]
  }

  /// Everything that must agree exactly or to the accuracy of its writing.
  package func compare(_ trace: Trace, with series: Series) throws {
    for (i, epoch) in trace.epochs.enumerated() {
      #expect(abs(epoch.rate.lr - series.lr[i]) <= 1e-12, "\(self) epoch \(i + 1)")
      if let accuracy = series.train_acc?[i] {
        let slack = drift_f32[i] < 1e-6 ? 1e-9 : 1.001 / Double(trace.preprocess.trainRows.count)
        #expect(abs((epoch.accuracy ?? .nan) - accuracy) <= slack, "\(self) epoch \(i + 1)")
      }
      if let accuracy = series.val_acc?[i] {
        let slack = drift_f32_val[i] < 1e-6 ? 1e-9 : 1.001 / Double(trace.preprocess.validationRows.count)
        #expect(abs((epoch.valAccuracy ?? .nan) - accuracy) <= slack, "\(self) epoch \(i + 1)")
      }
    }
    // The batches of the first epoch say that split, shuffle and weights are the
    // same; written with nine digits.
    for (i, loss) in series.first_epoch_batch_losses.enumerated() {
      #expect(abs(trace.steps.loss[i] - loss) <= 1e-5, "\(self) batch \(i + 1)")
    }
    let initial = trace.model.initialParameters
    for (value, expected) in zip(initial, series.initial_params_first) {
      #expect(abs(value - expected) <= 1e-9)
    }
    for (value, expected) in zip(initial.suffix(6), series.initial_params_last) {
      #expect(abs(value - expected) <= 1e-9)
    }
    #expect(abs(initial.reduce(0, +) - series.initial_params_sum_f64) <= 1e-9)
  }
}
