/// One operation of a model: forward and backward, side by side.
///
/// Forward writes its output's elements. Backward reads the output's gradient and *writes* (never adds to)
/// the gradients of its input and weights: each value has one reader, a `Residual` forks explicitly.
struct Operation<S: Scalar> {
  let forward: (inout Workspace<S>) -> Void
  let backward: (inout Workspace<S>) -> Void
}

/// How each unit of `value` came about in the first row, once forward has run.
struct Told<S: Scalar> {
  let value: Value
  /// Sums of each unit.
  let sums: Int
  let unit: (borrowing Workspace<S>, Int) -> Unit
}

/// Lays a model out: hands out places for values and weights, draws the weights, and collects the operations.
public struct Builder<S: Scalar>: ~Copyable {
  /// Rows of the largest batch.
  let capacity: Int
  /// Draws the initial weights, in the order that the layers ask.
  var generator: TorchGenerator
  /// The parameters' initial values.
  private(set) var parameters: [S] = []
  /// The buffers' initial values.
  private(set) var buffers: [S] = []
  /// Every parameter tensor, in PyTorch's order.
  private(set) var weights: [Weight] = []
  /// The model, in order.
  private(set) var operations: [Operation<S>] = []
  /// What replaces the draws of layers once all have drawn, in the order of the layers.
  var initializations: [(weights: Range<Int>, component: Component)] = []
  /// Elements of the arena handed out so far.
  private(set) var arenaCount = 0
  /// What was asked for, counted where it cannot overflow; past the bound nothing more is handed out.
  private var needed = (parameters: 0.0, arena: 0.0)
  /// Multiplications with a sum each, per row, asked for so far.
  var multiplyAdds = 0.0
  /// How units of a value came about that is no weighted sum: told by the layer that was laid out last.
  var told: Told<S>?
  /// The fewest rows that a training batch may have, and the layer that asks for them.
  private(set) var fewestRows: (rows: Int, component: StaticString)?

  init(capacity: Int, generator: TorchGenerator) {
    self.capacity = capacity
    self.generator = generator
  }

  /// A place for one tensor of `shape` per row; with a gradient unless it is the model's input.
  mutating func value(_ shape: Shape, gradient: Bool = true) -> Value {
    let data = reserve(shape, rows: capacity)
    return Value(data: data, gradient: gradient ? reserve(shape, rows: capacity) : nil, shape: shape)
  }

  /// A place for one tensor more like `x`.
  mutating func value(like x: Value) -> Value {
    var y = value(x.shape)
    y.parts = x.parts
    return y
  }

  /// A place for `count` elements that one operation keeps for itself, per run, not per row: an arena offset.
  mutating func reserve(_ count: Int) -> Int { reserve(Shape(count)) }

  /// A place for `rows` tensors of `shape` that one operation keeps for itself: an arena offset.
  mutating func reserve(_ shape: Shape, rows: Int = 1) -> Int {
    needed.arena += shape.size * Double(rows)
    guard needed.arena <= Bounds.arena else { return 0 }
    defer { arenaCount += Workspace<S>.aligned(shape.count * rows) }
    return arenaCount
  }

  /// Throws if the layers so far ask for more than a run may have.
  func checkSize() throws(EngineError) {
    try Bounds.check("parameters", needed.parameters, limit: Bounds.parameters)
    try Bounds.check("activations", needed.arena, limit: Bounds.arena)
  }

  /// A trainable tensor, drawn at once by `draw` into zeroed elements.
  mutating func weight(
    _ name: StaticString, _ shape: Shape,
    draw: (UnsafeMutableBufferPointer<S>, inout TorchGenerator) -> Void = { _, _ in }
  ) -> Weight {
    needed.parameters += shape.size
    let fits = needed.parameters <= Bounds.parameters
    let weight = Weight(name: name, offset: parameters.count, shape: fits ? shape : Shape(0))
    guard fits else { return weight }
    parameters.append(contentsOf: repeatElement(0, count: shape.count))
    weights.append(weight)
    redraw(weight, draw)
    return weight
  }

  /// Draws the elements of `weight` anew.
  mutating func redraw(
    _ weight: Weight, _ draw: (UnsafeMutableBufferPointer<S>, inout TorchGenerator) -> Void
  ) {
    let range = weight.offset..<weight.offset + weight.shape.count
    parameters.withUnsafeMutableBufferPointer { draw(.init(rebasing: $0[range]), &generator) }
  }

  /// Draws the elements of `weight` anew with an initializer of the catalog.
  mutating func redraw(_ weight: Weight, with component: Component) throws(EngineError) {
    let entry = Catalog.initializers[component.row]
    guard weight.shape.rank >= entry.fewestAxes else {
      throw EngineError(
        .rankMismatch(component: entry.info.name, expected: "two axes or more", found: weight.shape))
    }
    var arguments = Arguments(component.arguments)
    let initializer = try S.initializer(entry, &arguments)
    redraw(weight) { initializer($0, weight.shape, &$1) }
  }

  /// Draws anew what initialization number `place` says.
  mutating func initialize(_ place: Int) throws(EngineError) {
    let (weights, component) = initializations[place]
    for initialization in component.initializers {
      guard initialization.parameter < weights.count else {
        throw EngineError(.conflict("init names a parameter that the layer does not have"))
      }
      try redraw(self.weights[weights.lowerBound + initialization.parameter], with: initialization.component)
    }
  }

  /// A tensor that is kept from step to step but not trained.
  mutating func buffer(_ count: Int, filledWith value: S) -> Buffer {
    defer { buffers.append(contentsOf: repeatElement(value, count: count)) }
    return Buffer(offset: buffers.count, count: count)
  }

  /// Asks for at least `rows` rows in every training batch.
  mutating func demand(rows: Int, for component: StaticString) { fewestRows = (rows, component) }

  /// Adds an operation to the model.
  mutating func append(
    forward: @escaping (inout Workspace<S>) -> Void, backward: @escaping (inout Workspace<S>) -> Void
  ) {
    operations.append(Operation(forward: forward, backward: backward))
  }
}
