/// A table of trained vectors, looked up by number: `[batch, …]` becomes `[batch, …, embedding_dim]`.
///
/// Rows are drawn from N(0, 1). A number outside the table gives NaN, which stops the
/// run. Numbers have no gradient.
struct Embedding: LayerKind {
  static let info = Info(
    "Embedding",
    [
      .integer("num_embeddings", "vectors in the table: inputs are 0 to one less"),
      .integer("embedding_dim", "numbers of a vector"),
      .optionalInteger(
        "padding_idx", in: -Parameter.countLimit...Parameter.countLimit, "row that stays as it is, at first 0"
      ),
    ],
    summary: "Looks up a trained vector for each number.", formula: #"y = W_x"#,
    source: "Bengio et al., A neural probabilistic language model, 2003",
    example: "num_embeddings: 100, embedding_dim: 16")

  let count: Int
  let size: Int
  let padding: Int?

  init(_ arguments: inout Arguments) throws(EngineError) {
    let count: Int = arguments.next()
    self.count = count
    size = arguments.next()
    let row: Int? = arguments.next()
    padding = row.map { $0 < 0 ? $0 + count : $0 }
    if let padding, !(0..<count).contains(padding) {
      throw Self.invalid(parameter: 2, "it must be a row of the table")
    }
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) -> Value {
    let (count, size, padding) = (count, size, padding)
    let weight = builder.weight("weight", Shape(count, size)) { values, generator in
      generator.normal(into: values, mean: 0, std: 1)
      if let padding { for i in padding * size..<(padding + 1) * size { values[i] = 0 } }
    }
    let y = builder.value(Shape(x.shape.sizes + [size]))
    let perRow = x.shape.count
    let row = { (number: S) -> Int? in number >= 0 && number < S(count) ? Int(number) : nil }
    builder.append(
      forward: { w in
        let (input, table, output) = (w.data(x), w.data(weight), w.data(y))
        for i in 0..<w.rows &* perRow {
          if let row = row(input[i]) {
            (output + i &* size).update(from: table + row &* size, count: size)
          } else {
            (output + i &* size).update(repeating: .nan, count: size)
          }
        }
      },
      backward: { w in
        guard let dy = w.gradient(y) else { return }
        let (input, gradient) = (w.data(x), w.gradient(weight))
        gradient.update(repeating: 0, count: count &* size)
        for i in 0..<w.rows &* perRow {
          guard let row = row(input[i]), row != padding else { continue }
          for j in 0..<size { gradient[row &* size &+ j] += dy[i &* size &+ j] }
        }
        w.gradient(x)?.update(repeating: 0, count: w.rows &* perRow)
      })
    return y
  }
}
