/// A model with its memory: runs forward and backward over the rows of its workspace.
struct Network<S: Scalar>: ~Copyable {
  var workspace: Workspace<S>
  let operations: [Operation<S>]
  let weights: [Weight]
  /// One entry per layer of the lesson.
  let layers: [BuiltLayer]
  let input: Value
  let output: Value
  /// Where the batch's targets lie in the arena.
  let targets: Int
  /// Number of trainable numbers.
  let parameterCount: Int

  /// The fewest rows that a training batch may have, and the layer that asks for them.
  let fewestRows: (rows: Int, component: StaticString)?

  /// A layer of the lesson as it was laid out.
  struct BuiltLayer {
    let component: Component
    let input: Value
    let output: Value
    let weights: Range<Int>
    let multiplyAdds: Double
    /// How its units came about, where it is a recurrence.
    let told: Told<S>?
  }

  /// Builds `model` for rows of `features` and batches of at most `capacity`, drawing from `generator`.
  init(
    _ model: [Component], features: Int, targetColumns: Int, capacity: Int, generator: TorchGenerator
  ) throws(EngineError) {
    var builder = Builder<S>(capacity: capacity, generator: generator)
    input = builder.value(Shape(features), gradient: false)
    targets = builder.reserve(capacity * targetColumns)
    var layers: [BuiltLayer] = []
    var value = input
    // Which layer of the lesson each initialization belongs to: a Residual has layers of its own.
    var places: [Int] = []
    for (place, component) in model.enumerated() {
      do throws(EngineError) {
        let (input, first, work) = (value, builder.weights.count, builder.multiplyAdds)
        value = try builder.build(component, input)
        try builder.checkSize()
        places += repeatElement(place, count: builder.initializations.count - places.count)
        layers.append(
          BuiltLayer(
            component: component, input: input, output: value, weights: first..<builder.weights.count,
            multiplyAdds: builder.multiplyAdds - work,
            told: builder.told?.value == value ? builder.told : nil))
      } catch { throw error.at(.layer(place)) }
    }
    for (initialization, place) in places.enumerated() {
      do throws(EngineError) { try builder.initialize(initialization) } catch {
        throw error.at(.layer(place))
      }
    }
    output = value
    self.layers = layers
    operations = builder.operations
    weights = builder.weights
    parameterCount = builder.parameters.count
    fewestRows = builder.fewestRows
    workspace = Workspace(builder)
  }

  /// The outputs of the rows at hand.
  mutating func forward() {
    for operation in operations { operation.forward(&workspace) }
  }

  /// The gradients of every weight, from the gradient of the output.
  mutating func backward() {
    for operation in operations.reversed() { operation.backward(&workspace) }
  }

  /// The elements of row `row` of `value`.
  func read(_ value: Value, row: Int) -> [Double] {
    let count = value.shape.count
    let data = workspace.data(value) + row * count
    return (0..<count).map { data[$0].double }
  }

  /// Every trainable number, in PyTorch's order.
  var parameters: [Double] { (0..<parameterCount).map { workspace.parameters[$0].double } }
}
