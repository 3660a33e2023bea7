import Engine

extension TraceJSON {
  /// The five stages in order, each with the shapes of what goes in and comes out.
  static func stages(_ trace: Trace, titles: [String]) -> JSON {
    let stages = [load(trace), preprocess(trace), train(trace), schedule(trace), evaluate(trace)]
    let kinds = ["load", "preprocess", "train", "schedule", "evaluate"]
    return .array(
      zip(kinds, stages).enumerated().map { place, stage in
        .object(
          [("stage", stage.0.json), ("title", (place < titles.count ? titles[place] : stage.0).json)]
            + stage.1)
      })
  }

  private typealias Members = [(key: String, value: JSON)]

  private static func members(_ pairs: KeyValuePairs<String, any JSONConvertible>) -> Members {
    pairs.map { ($0.key, $0.value.json) }
  }

  private static func load(_ trace: Trace) -> Members {
    let load = trace.load
    return members([
      "input": JSON.null, "output": [load.samples, load.features], "dataset": trace.pipeline.load.dataset,
      "take": trace.pipeline.load.take, "samples": load.samples, "features": load.features,
      "classes": load.classes, "featureNames": load.featureNames, "classNames": load.classNames,
      "classCounts": load.classCounts, "preview": load.preview, "statistics": load.statistics,
      "target": load.target,
    ])
  }

  private static func preprocess(_ trace: Trace) -> Members {
    let done = trace.preprocess
    return members([
      "input": [trace.load.samples, trace.load.features], "output": [done.trainRows.count, done.features],
      "validation": [done.validationRows.count, done.features],
      "impliesSplit": trace.pipeline.impliesSplit, "transforms": done.transforms,
      "trainRows": done.trainRows, "validationRows": done.validationRows,
      "trainClassCounts": done.trainClassCounts, "validationClassCounts": done.validationClassCounts,
    ])
  }

  private static func train(_ trace: Trace) -> Members {
    let (settings, model) = (trace.pipeline.train, trace.model)
    let rows = trace.preprocess.trainRows.count
    return members([
      "input": [rows, trace.preprocess.features], "output": [rows] + outputs(of: trace),
      "layers": model.layers.map { layer($0, of: model) }, "parameters": model.parameterCount,
      "loss": settings.loss, "optimizer": settings.optimizer, "batch_size": settings.batchSize,
      "batches": trace.steps.perEpoch, "epochs": settings.epochs, "shuffle": settings.shuffle,
      "drop_last": settings.dropLast, "clip_grad_norm": settings.clipGradNorm,
      "clip_grad_value": settings.clipGradValue, "early_stopping": settings.earlyStopping,
      "stoppedEarly": trace.stoppedEarly, "groups": settings.groups, "accumulation": settings.accumulation,
      "averaging": settings.averaging,
      "firstBatch": model.firstBatch,
    ])
  }

  private static func schedule(_ trace: Trace) -> Members {
    let (settings, epochs) = (trace.pipeline.schedule, trace.epochs.count)
    return members([
      "input": [epochs], "output": [epochs], "scheduler": settings.scheduler,
      "step": settings.cadence == .epoch ? "epoch" : "batch", "metric": settings.watched.name,
      "next": JSON.object(["lr": trace.nextRate.lr, "momentum": trace.nextRate.momentum]),
    ])
  }

  private static func evaluate(_ trace: Trace) -> Members {
    let outcome = trace.outcome
    let rows = outcome.rows
    return members([
      "input": [rows, trace.preprocess.features], "output": [rows] + outputs(of: trace),
      "metrics": trace.pipeline.evaluate.metrics,
      "crossValidation": trace.pipeline.evaluate.crossValidation, "val_loss": outcome.loss,
      "targets": matrix(outcome.targets, rows: rows), "answers": matrix(outcome.predictions, rows: rows),
      "probabilities": outcome.probabilities.isEmpty
        ? JSON.null : .tensor(outcome.probabilities, [rows, outcome.probabilities.count / max(rows, 1)]),
    ])
  }

  /// The shape of one sample that leaves the model.
  private static func outputs(of trace: Trace) -> [Int] { trace.model.layers.last?.output.sizes ?? [] }

  /// One number per row, or a list where each row has several.
  private static func matrix(_ values: [Double], rows: Int) -> JSON {
    .tensor(values, rows == values.count ? [rows] : [rows, values.count / max(rows, 1)])
  }

  private static func layer(_ layer: LayerTrace, of model: ModelTrace) -> JSON {
    .object([
      "layer": layer.component, "input": layer.input, "output": layer.output,
      "multiplyAdds": layer.multiplyAdds,
      "weights": layer.weights.map { weight in
        let range = weight.offset..<weight.offset + weight.shape.count
        return JSON.object([
          "name": weight.name, "shape": weight.shape, "initial": Array(model.initialParameters[range]),
          "final": Array(model.finalParameters[range]),
        ])
      },
    ])
  }
}

extension TransformTrace: JSONConvertible {
  var json: JSON {
    let learned = zip(fitted.names, fitted.values).map { (key: $0, value: $1.json) }
    return .object([
      "transform": component, "fitted": JSON.object(learned), "input": input, "output": output,
      "validation": validation, "before": before, "after": after, "statisticsBefore": statisticsBefore,
      "statisticsAfter": statisticsAfter,
    ])
  }
}

extension Pipeline.EarlyStopping: JSONConvertible {
  var json: JSON { .object(["patience": patience, "min_delta": minDelta, "metric": watched.name]) }
}

extension Pipeline.ParameterGroup: JSONConvertible {
  var json: JSON { .object(["layers": layers, "optimizer": optimizer]) }
}
