/// How a parameter is drawn where a layer's own way is replaced: a function of `torch.nn.init`.
public protocol InitializerKind: ComponentKind {
  /// Fills `values` of `shape`.
  func fill<S: Scalar>(_ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator)
}

/// An initializer's row in the catalog.
public struct InitializerEntry: Sendable {
  /// What the catalog says of it.
  public let info: Info
  typealias Fill<S: Scalar> =
    @Sendable (inout Arguments, UnsafeMutableBufferPointer<S>, Shape, inout TorchGenerator) throws(EngineError)
      -> Void
  let float: Fill<Float>
  let double: Fill<Double>

  init<Kind: InitializerKind>(_: Kind.Type) {
    info = Kind.info
    float = {
      (a: inout Arguments, v: UnsafeMutableBufferPointer<Float>, s: Shape, g: inout TorchGenerator)
        throws(EngineError) in
      try Kind(&a).fill(v, shape: s, from: &g)
    }
    double = {
      (a: inout Arguments, v: UnsafeMutableBufferPointer<Double>, s: Shape, g: inout TorchGenerator)
        throws(EngineError) in
      try Kind(&a).fill(v, shape: s, from: &g)
    }
  }
}
