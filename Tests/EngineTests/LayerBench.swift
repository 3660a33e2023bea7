@testable import Engine

/// A layer (or several) with its memory, to run forward and backward over given numbers.
struct LayerBench<S: Scalar>: ~Copyable {
  var workspace: Workspace<S>
  let operations: [Engine.Operation<S>]
  let inputs: [Value]
  let outputs: [Value]
  let weights: [Weight]
  let bufferCount: Int
  let rows: Int

  /// Lays out what `build` makes of inputs of `shapes`, batch first;
  /// it may put other values in place of the inputs.
  init(
    shapes: [[Int]], seed: UInt64 = 0,
    build: (inout Builder<S>, inout [Value]) throws -> [Value]
  ) throws {
    let rows = shapes[0][0]
    var builder = Builder<S>(capacity: rows, generator: TorchGenerator(seed: seed))
    var inputs: [Value] = []
    for shape in shapes { inputs.append(builder.value(Shape(Array(shape.dropFirst())))) }
    let outputs = try build(&builder, &inputs)
    try builder.checkSize()
    self.init(builder, rows: rows, inputs: inputs, outputs: outputs)
  }

  private init(_ builder: borrowing Builder<S>, rows: Int, inputs: [Value], outputs: [Value]) {
    self.rows = rows
    self.inputs = inputs
    self.outputs = outputs
    operations = builder.operations
    weights = builder.weights
    bufferCount = builder.buffers.count
    workspace = Workspace(builder)
    workspace.rows = rows
  }

  /// Lays the layer `component` out behind one input of `shape`, batch first.
  init(_ component: Component, shape: [Int], seed: UInt64 = 0) throws {
    try self.init(shapes: [shape], seed: seed) { builder, inputs in
      [try builder.build(component, inputs[0])]
    }
  }

  mutating func forward() {
    for operation in operations { operation.forward(&workspace) }
  }

  mutating func backward() {
    for operation in operations.reversed() { operation.backward(&workspace) }
  }

  /// The numbers of `value`: all rows, where `count` says nothing else.
  func read(_ value: Value, count: Int? = nil) -> [Double] {
    read(workspace.data(value), count ?? rows * value.shape.count)
  }

  /// The gradient of `value`: all rows, where `count` says nothing else.
  func gradient(_ value: Value, count: Int? = nil) -> [Double] {
    workspace.gradient(value).map { read($0, count ?? rows * value.shape.count) } ?? []
  }

  /// The gradient of `weight`.
  func gradient(_ weight: Weight) -> [Double] { read(workspace.gradient(weight), weight.shape.count) }

  /// Every buffer, one after the other.
  var buffers: [Double] { read(workspace.buffers, bufferCount) }

  func write(_ values: [Double], to place: UnsafeMutablePointer<S>?) {
    guard let place else { return }
    for (i, value) in values.enumerated() { place[i] = S(value) }
  }

  func read(_ place: UnsafeMutablePointer<S>, _ count: Int) -> [Double] {
    (0..<count).map { place[$0].double }
  }
}

/// The first place where `found` is further than `tolerance`, absolute and relative,
/// from `expected`; nil where none is.
func mismatch(_ found: [Double], _ expected: [Double], tolerance: Double) -> String? {
  guard found.count == expected.count else { return "\(found.count) numbers, not \(expected.count)" }
  for (i, (a, b)) in zip(found, expected).enumerated() {
    if a == b || a.isNaN && b.isNaN { continue }
    if !(abs(a - b) <= tolerance * (1 + abs(b))) { return "[\(i)] is \(a), not \(b)" }
  }
  return nil
}
