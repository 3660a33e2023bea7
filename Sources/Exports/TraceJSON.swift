import Engine
import Lessons

/// A run as JSON: the stable contract of `Resources/trace.schema.json`.
///
/// Keys keep their order; reals have the shortest digits that read back as the same number.
public enum TraceJSON {
  /// The version of the contract: it grows when a key changes its meaning or goes, not when one is added.
  public static let schemaVersion = 1

  /// The run `trace` of `lesson` as JSON text.
  public static func text(_ lesson: Lesson, _ trace: Trace) -> String {
    text(
      .object([
        "title": lesson.frontMatter.title, "file": lesson.source.file, "subject": lesson.frontMatter.subject,
        "field": lesson.frontMatter.field, "lang": lesson.frontMatter.language,
      ]), titles: lesson.stages.map(\.title.plainText), trace)
  }

  static func text(_ lesson: JSON, titles: [String], _ trace: Trace) -> String {
    JSON.object([
      "schemaVersion": schemaVersion,
      "lesson": lesson,
      "seed": trace.pipeline.seed,
      "dtype": trace.pipeline.precision == .float32 ? "float32" : "float64",
      "digest": hexadecimal(trace.digest),
      "stages": stages(trace, titles: titles),
      "epochs": trace.epochs,
      "steps": trace.steps,
      "prediction": trace.predictions.first.map { prediction($0, trace) },
      "predictions": trace.predictions.map { prediction($0, trace) },
      "evaluation": evaluation(trace.evaluation),
      "crossValidation": trace.crossValidation,
    ]).text
  }

  /// What the metrics found, by their names.
  private static func evaluation(_ measurements: [Measurement]) -> JSON {
    .object(
      zip(names(measurements), measurements).map { (key: $0, value: .tensor($1.values, $1.shape.sizes)) })
  }

  /// The metrics' names; one that comes again has its number behind it.
  static func names(_ measurements: [Measurement]) -> [String] {
    var counts: [Int: Int] = [:]
    return measurements.map { measurement in
      let count = counts[measurement.row, default: 0] + 1
      counts[measurement.row] = count
      let name = Catalog.metrics[measurement.row].info.name.description
      return count == 1 ? name : "\(name)_\(count)"
    }
  }

  private static func hexadecimal(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Epoch: JSONConvertible {
  var json: JSON {
    .object([
      "epoch": epoch, "lr": rate.lr, "momentum": rate.momentum, "loss": loss, "accuracy": accuracy,
      "val_loss": valLoss, "val_accuracy": valAccuracy, "grad_norm": gradNorm,
    ])
  }
}

extension Steps: JSONConvertible {
  var json: JSON {
    .object([
      "perEpoch": perEpoch, "lr": lr, "momentum": momentum.isEmpty ? nil : momentum, "loss": loss,
      "accuracy": accuracy.isEmpty ? nil : accuracy, "grad_norm": gradNorm,
    ])
  }
}

extension CrossValidation: JSONConvertible {
  var json: JSON { .object(["folds": folds, "scores": scores]) }
}

extension CrossValidation.Fold: JSONConvertible {
  var json: JSON { .object(["trainCount": trainCount, "heldOut": heldOut]) }
}

extension CrossValidation.Score: JSONConvertible {
  var json: JSON { .object(["metric": metric, "values": values, "mean": mean, "std": deviation]) }
}
