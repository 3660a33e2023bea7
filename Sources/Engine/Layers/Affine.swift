/// The weight and bias of a layer, either of them left out where the layer does without.
struct Affine {
  var weight: Weight?
  var bias: Weight?

  /// What PyTorch calls the two.
  struct Names {
    var weight: StaticString = "weight"
    var bias: StaticString = "bias"
  }
}

extension Builder where S: Scalar {
  /// A weight of `shape`, and a bias of its first axis, drawn as PyTorch's linear and convolutional layers
  /// draw theirs: U(−1/√fan, 1/√fan), fan the inputs of one output (`kaiming_uniform_` with a = √5).
  mutating func drawnAffine(
    _ shape: Shape, outputs: Int? = nil, bias: Bool, names: Affine.Names = .init()
  ) -> Affine {
    let fan = shape.size / Double(shape[0])
    let bound = 1 / fan.squareRoot()
    let weight = weight(names.weight, shape) { values, generator in
      kaimingUniform(values, fan: Int(fan), slope: 5.0.squareRoot(), from: &generator)
    }
    guard bias else { return Affine(weight: weight) }
    return Affine(
      weight: weight,
      bias: self.weight(names.bias, Shape(outputs ?? shape[0])) { values, generator in
        generator.uniform(into: values, from: -bound, to: bound)
      })
  }

  /// A weight of ones and a bias of zeros, as normalising layers begin.
  mutating func unitAffine(
    _ shape: Shape, weight: Bool = true, bias: Bool = true, names: Affine.Names = .init()
  ) -> Affine {
    Affine(
      weight: weight ? self.weight(names.weight, shape) { values, _ in values.update(repeating: 1) } : nil,
      bias: bias ? self.weight(names.bias, shape) : nil)
  }
}

extension ComponentKind {
  /// Throws unless `stated`, a parameter that the shapes settle, is left out or is `found`.
  static func agree(_ parameter: StaticString, _ stated: Int?, _ found: Int) throws(EngineError) {
    if let stated, stated != found {
      throw EngineError(
        .sizeMismatch(component: info.name, parameter: parameter, stated: stated, found: found))
    }
  }

  /// Throws unless `shape`, without the batch axis, has one of the ranks `ranks`.
  static func rank(
    _ shape: Shape, _ ranks: ClosedRange<Int>, _ expected: StaticString
  ) throws(EngineError) {
    if !ranks.contains(shape.rank) {
      throw EngineError(.rankMismatch(component: info.name, expected: expected, found: shape))
    }
  }
}
