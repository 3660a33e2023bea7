/// Splits axis `dim` into several: `[batch, 64]` becomes `[batch, 1, 8, 8]`. Moves nothing.
struct Unflatten: LayerKind {
  static let info = Info(
    "Unflatten",
    [
      .integer("dim", in: -8...8, "axis to split; the batch is axis 0"),
      .integers(
        "unflattened_size", in: -1...Parameter.countLimit, count: 1...8,
        "sizes of the new axes; one of them may be -1: what is left"),
    ],
    summary: "Splits one axis into several.", source: "PyTorch, torch.nn.Unflatten",
    example: "dim: 1, unflattened_size: [1, 8, 8]")

  let dim: Int
  let sizes: [Int]

  init(_ arguments: inout Arguments) throws(EngineError) {
    dim = arguments.next()
    sizes = arguments.next()
    if sizes.contains(0) || sizes.count(where: { $0 < 0 }) > 1 {
      throw Self.invalid(parameter: 1, "sizes are 1 or more, and only one of them may be -1")
    }
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    let rank = x.shape.rank + 1
    let axis = (dim < 0 ? dim + rank : dim) - 1
    guard axis >= 0, axis < x.shape.rank else {
      throw Self.invalid(parameter: 0, "there is no such axis after the batch, which is axis 0")
    }
    let known = sizes.reduce(1.0) { $0 * Double(max($1, 1)) }
    let whole = x.shape.sizes[axis]
    let rest = Int(Double(whole) / min(known, Double(whole)))
    let filled = sizes.map { $0 < 0 ? rest : $0 }
    guard filled.reduce(1.0, { $0 * Double($1) }) == Double(whole) else {
      throw EngineError(
        .shapeMismatch(component: "Unflatten", expected: Shape(filled), found: Shape(whole)))
    }
    var shape = x.shape.sizes
    shape.replaceSubrange(axis...axis, with: filled)
    return x.reshaped(Shape(shape))
  }
}
