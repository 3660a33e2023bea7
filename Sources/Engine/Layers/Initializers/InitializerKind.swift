/// How a parameter is drawn where a layer's own way is replaced: a function of `torch.nn.init`.
public protocol InitializerKind: ComponentKind {
  /// The fewest axes that a tensor needs to be filled.
  static var fewestAxes: Int { get }
  /// Fills `values` of `shape`.
  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator)
}

extension InitializerKind {
  /// None: most fill any tensor.
  public static var fewestAxes: Int { 0 }
}

/// Fills a tensor of a shape with draws of a generator.
public typealias Fill<S: Scalar> = (UnsafeMutableBufferPointer<S>, Shape, inout TorchGenerator) -> Void

/// An initializer's row in the catalog.
public struct InitializerEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  /// The fewest axes that a tensor needs to be filled.
  let fewestAxes: Int
  let float: @Sendable (inout Arguments) throws(EngineError) -> Fill<Float>
  let double: @Sendable (inout Arguments) throws(EngineError) -> Fill<Double>

  init<Kind: InitializerKind>(_: Kind.Type) {
    describe = { Kind.info }
    fewestAxes = Kind.fewestAxes
    float = { (arguments: inout Arguments) throws(EngineError) -> Fill<Float> in
      let kind = try Kind(&arguments)
      return { kind.fill($0, shape: $1, from: &$2) }
    }
    double = { (arguments: inout Arguments) throws(EngineError) -> Fill<Double> in
      let kind = try Kind(&arguments)
      return { kind.fill($0, shape: $1, from: &$2) }
    }
  }
}
