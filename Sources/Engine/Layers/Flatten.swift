/// Joins axes `start_dim` to `end_dim` into one: `[batch, 2, 3]` becomes `[batch, 6]`. Moves nothing.
struct Flatten: LayerKind {
  static let info = Info(
    "Flatten",
    [
      .integer("start_dim", in: -8...8, default: 1, "first axis to join; the batch is axis 0"),
      .integer("end_dim", in: -8...8, default: -1, "last axis to join"),
    ],
    summary: "Lays several axes out in one.", source: "PyTorch, torch.nn.Flatten")

  let start: Int
  let end: Int

  init(_ arguments: inout Arguments) {
    start = arguments.next()
    end = arguments.next()
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    let rank = x.shape.rank + 1
    let first = start < 0 ? start + rank : start
    let last = end < 0 ? end + rank : end
    guard first >= 1 else {
      throw Self.invalid(parameter: 0, "the batch, axis 0, cannot be joined with others")
    }
    if x.shape.rank == 0 && first == 1 { return x.reshaped(Shape(1)) }
    guard first < rank, last < rank, first <= last else {
      throw Self.invalid(parameter: 1, "the axes must be there, the first before the last")
    }
    let sizes = x.shape.sizes
    let joined = sizes[first - 1...last - 1].reduce(1, *)
    return x.reshaped(Shape(Array(sizes[..<(first - 1)]) + [joined] + Array(sizes[last...])))
  }
}
