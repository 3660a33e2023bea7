extension Prediction: ByteEncodable {
  /// What chose it and which rows it is, the steps, probabilities, answer and truth.
  public func encode(to writer: inout ByteWriter) {
    writer.write(choice, row, loadedRow, steps)
    writer.write(probabilities, answer, target)
  }
}

extension PredictionStep.Kind: ByteEncodable {}

extension PredictionStep: ByteEncodable {
  /// Kind, first layer and the one past the last, shape, values, pre-activations, statistics, units.
  public func encode(to writer: inout ByteWriter) {
    writer.write(kind, layers.lowerBound, layers.upperBound)
    writer.write(shape, values, preactivations)
    writer.write(statistics, units)
  }
}

extension Unit: ByteEncodable {
  /// Place, terms, the rest and their number, bias, sum, gates, states.
  public func encode(to writer: inout ByteWriter) {
    writer.write(index, terms)
    writer.write(rest, restCount, bias, sum)
    writer.write(gates, states)
  }
}

extension Unit.Gate: ByteEncodable {
  /// The sums from input and state, and the gate's value.
  public func encode(to writer: inout ByteWriter) { writer.write(input, state, value) }
}

extension Unit.Term: ByteEncodable {
  /// Place of the input, input, weight, product.
  public func encode(to writer: inout ByteWriter) { writer.write(input, x, weight, product) }
}
