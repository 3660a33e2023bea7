/// What the losses over classes have in common: a weight per class, a class to ignore, and the reduction.
struct ClassWeights: Sendable {
  let reduction: Reduction
  /// One factor per class; empty where all are 1.
  let weight: [Double]
  /// Rows of this class count for nothing.
  let ignoreIndex: Int

  /// The parameters that ``init(_:)`` reads.
  static let parameters: [Parameter] = [
    .optionalReals("weight", in: .nonnegative, count: 1...4096, "factor of each class"),
    .integer(
      "ignore_index", in: -Parameter.countLimit...Parameter.countLimit, default: -100,
      "class whose rows count for nothing"),
    Reduction.parameter,
  ]

  init(_ arguments: inout Arguments) {
    weight = arguments.next()
    ignoreIndex = arguments.next()
    reduction = Reduction(row: arguments.next())
  }

  /// The factor of class `c`.
  @inline(__always)
  subscript<S: Scalar>(c: Int, as _: S.Type = S.self) -> S { weight.isEmpty ? 1 : S(weight[c]) }

  /// What the sum over `count` targets is divided by: the weights of their classes where it is to be a mean.
  func divisor<S: Scalar>(_ target: UnsafePointer<S>, count: Int) -> S {
    guard reduction == .mean else { return 1 }
    return laneSum(count: count) {
      let y = target[$0].integer
      return y == ignoreIndex ? 0 : self[y]
    }
  }

  /// Throws unless outputs `[classes, …]` and targets that are class numbers meet.
  func check<Kind: ComponentKind>(
    _ output: Shape, classes: Int, for _: Kind.Type, conflict: StaticString
  ) throws(EngineError) {
    guard classes > 0 else { throw EngineError(.conflict(conflict)) }
    guard output.rank == 1, output[0] >= classes else {
      throw EngineError(.shapeMismatch(component: Kind.info.name, expected: Shape(classes), found: output))
    }
    guard weight.isEmpty || weight.count == output[0] else {
      throw EngineError(
        .sizeMismatch(
          component: Kind.info.name, parameter: "weight", stated: weight.count, found: output[0]))
    }
  }
}
