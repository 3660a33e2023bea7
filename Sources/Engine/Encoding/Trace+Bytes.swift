extension Trace: ByteEncodable {
  /// The series first, which a page draws while it may skip the rest; then what the model and the data were.
  public func encode(to writer: inout ByteWriter) {
    writer.write(epochs, steps)
    writer.write(nextRate, stoppedEarly)
    writer.write(evaluation, predictions, outcome)
    writer.write(model, preprocess, load, pipeline)
    writer.write(crossValidation)
  }

  /// The FNV-1a hash (64 bits) of the canonical bytes: equal runs have equal digests, in the browser too.
  public var digest: UInt64 { Self.digest(of: encoded) }

  /// h ← (h xor byte) · 0x100000001b3 modulo 2⁶⁴ over `bytes`,
  /// from 0xcbf29ce484222325 or the digest of what is before.
  ///
  /// Fowler, Noll and Vo, 1991.
  public static func digest(of bytes: [UInt8], after start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The canonical bytes part by part, each with the name of what it tells.
  public var parts: [(name: StaticString, bytes: [UInt8])] {
    [
      ("the epochs", epochs.encoded), ("the steps", steps.encoded),
      ("the end of the schedule", nextRate.encoded + stoppedEarly.encoded),
      ("the evaluation", evaluation.encoded), ("the predictions", predictions.encoded),
      ("the model's answers", outcome.encoded), ("the model", model.encoded),
      ("the prepared data", preprocess.encoded), ("the loaded data", load.encoded),
      ("the settings", pipeline.encoded), ("the cross-validation", crossValidation.encoded),
    ]
  }
}

extension Epoch: ByteEncodable {
  /// Number, rate, training loss and accuracy, validation loss and accuracy, gradient norm.
  public func encode(to writer: inout ByteWriter) {
    writer.write(epoch, rate)
    writer.write(loss, accuracy, valLoss, valAccuracy)
    writer.write(gradNorm)
  }
}

extension Rate: ByteEncodable {
  /// Learning rate, momentum.
  public func encode(to writer: inout ByteWriter) { writer.write(lr, momentum) }
}

extension Steps: ByteEncodable {
  /// Steps per epoch, then the series.
  public func encode(to writer: inout ByteWriter) {
    writer.write(perEpoch, lr, momentum)
    writer.write(loss, accuracy, gradNorm)
  }
}

extension Measurement: ByteEncodable {
  /// Row in the catalog, shape, numbers.
  public func encode(to writer: inout ByteWriter) { writer.write(row, shape, values) }
}

extension Shape: ByteEncodable {
  /// The sizes.
  public func encode(to writer: inout ByteWriter) { writer.write(sizes) }
}

extension CrossValidation: ByteEncodable {
  /// The folds, the scores.
  public func encode(to writer: inout ByteWriter) { writer.write(folds, scores) }
}

extension CrossValidation.Fold: ByteEncodable {
  /// How many rows were trained on, which were held out.
  public func encode(to writer: inout ByteWriter) { writer.write(trainCount, heldOut) }
}

extension CrossValidation.Score: ByteEncodable {
  /// The metric, what it finds of each fold.
  public func encode(to writer: inout ByteWriter) { writer.write(metric, values) }
}

extension Outcome: ByteEncodable {
  /// Sizes and loss, then targets, predictions, probabilities.
  public func encode(to writer: inout ByteWriter) {
    writer.write(rows, classes, loss)
    writer.write(targets, predictions, probabilities)
  }
}
