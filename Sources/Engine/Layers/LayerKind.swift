/// A layer of a model.
public protocol LayerKind: ComponentKind {
  /// Lays the layer out behind `x`: draws its weights, adds its operations, and answers with its output.
  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value
  /// What one output element is made of, where the layer is a sum,
  /// a mean or the greatest of inputs; nil of any other.
  func sum(unit: Int, input: Shape) -> WeightedSum?
}

extension LayerKind {
  /// None, unless the layer is a weighted sum.
  public func sum(unit: Int, input: Shape) -> WeightedSum? { nil }
}

/// The sum Σ w·x + b that made one element of a layer's output;
/// without any weights, the window that it is the greatest or the mean of.
public struct WeightedSum: Sendable, Equatable {
  /// Places of the input elements, in order of summation.
  public var inputs: [Int]
  /// Places of the weights that they meet, in the layer's first parameter; empty for a window.
  public var weights: [Int]
  /// Place of the bias in the layer's second parameter; nil without one.
  public var bias: Int?
  /// What each input of a mean counts; nil of anything else.
  public var share: Double?
}

/// A layer's row in the catalog.
public struct LayerEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  typealias Build<S: Scalar> =
    @Sendable (inout Arguments, Value, inout Builder<S>) throws(EngineError) -> Value
  let float: Build<Float>
  let double: Build<Double>
  let sum: @Sendable (inout Arguments, Int, Shape) throws(EngineError) -> WeightedSum?
  typealias Function = @Sendable (inout Arguments, Double) throws(EngineError) -> Double
  /// What the layer makes of each element; nil where it looks at several.
  let function: Function?

  init<Kind: LayerKind>(_ kind: Kind.Type) { self.init(kind, function: nil) }

  init<Kind: Elementwise>(_ kind: Kind.Type) {
    self.init(kind) { (arguments: inout Arguments, x: Double) throws(EngineError) -> Double in
      try Kind(&arguments).value(x)
    }
  }

  private init<Kind: LayerKind>(_: Kind.Type, function: Function?) {
    describe = { Kind.info }
    self.function = function
    float = {
      (arguments: inout Arguments, x: Value, builder: inout Builder<Float>) throws(EngineError) -> Value in
      try Kind(&arguments).build(x, &builder)
    }
    double = {
      (arguments: inout Arguments, x: Value, builder: inout Builder<Double>) throws(EngineError) -> Value in
      try Kind(&arguments).build(x, &builder)
    }
    sum = {
      (arguments: inout Arguments, unit: Int, input: Shape) throws(EngineError) -> WeightedSum? in
      try Kind(&arguments).sum(unit: unit, input: input)
    }
  }
}

extension Builder where S: Scalar {
  /// Lays the layer `component` out behind `x`; what is to replace its draws
  /// waits until all layers have drawn.
  mutating func build(_ component: Component, _ x: Value) throws(EngineError) -> Value {
    var arguments = Arguments(component.arguments)
    let first = weights.count
    let y = try S.layer(Catalog.layers[component.row], &arguments, x, &self)
    if !component.initializers.isEmpty { initializations.append((first..<weights.count, component)) }
    return y
  }
}

extension Component {
  /// What the layer makes of an element `x`; nil unless it maps each element by itself, as activations do.
  public func value(at x: Double) throws(EngineError) -> Double? {
    guard category == .layer, let function = Catalog.layers[row].function else { return nil }
    var arguments = Arguments(self.arguments)
    return try function(&arguments, x)
  }

  /// What the layer makes of one sample of `input`: its shape,
  /// and the parameters that the layer has, in PyTorch's order.
  public func layout(behind input: Shape) throws(EngineError) -> (output: Shape, weights: [Weight]) {
    var builder = Builder<Float>(capacity: 1, generator: TorchGenerator(seed: 0))
    let output = try builder.build(self, builder.value(input)).shape
    return (output, builder.weights)
  }

  /// The sum behind one output element of the layer, given the shape of one sample that comes in.
  func sum(unit: Int, input: Shape) throws(EngineError) -> WeightedSum? {
    var arguments = Arguments(self.arguments)
    return try Catalog.layers[row].sum(&arguments, unit, input)
  }
}
