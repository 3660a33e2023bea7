/// The memory of a run, laid out once: everything that a step reads and writes.
///
/// Activations and their gradients lie in one arena; parameters,
/// gradients and buffers are one flat block each.
public struct Workspace<S: Scalar>: ~Copyable {
  let arena: UnsafeMutablePointer<S>
  /// Every trainable number of the model, in PyTorch's order.
  let parameters: UnsafeMutablePointer<S>
  /// The gradient of the loss, laid out like the parameters.
  let gradients: UnsafeMutablePointer<S>
  let buffers: UnsafeMutablePointer<S>
  private let block: UnsafeMutableRawPointer
  /// Number of rows of the batch at hand.
  var rows = 0
  /// Whether the model is in training mode.
  var training = true
  /// The run's one generator: dropout draws from it.
  var generator: TorchGenerator

  init(_ builder: borrowing Builder<S>) {
    let parameterCount = Self.aligned(builder.parameters.count)
    let bufferCount = Self.aligned(builder.buffers.count)
    let total = 2 * parameterCount + bufferCount + builder.arenaCount
    block = .allocate(byteCount: max(total, 1) * MemoryLayout<S>.stride, alignment: 64)
    let base = block.bindMemory(to: S.self, capacity: max(total, 1))
    base.initialize(repeating: 0, count: max(total, 1))
    parameters = base
    gradients = base + parameterCount
    buffers = base + 2 * parameterCount
    arena = base + 2 * parameterCount + bufferCount
    generator = builder.generator
    for (i, value) in builder.parameters.enumerated() { parameters[i] = value }
    for (i, value) in builder.buffers.enumerated() { buffers[i] = value }
  }

  deinit { block.deallocate() }

  /// `count` elements rounded up, so that what follows begins on a cache line.
  static func aligned(_ count: Int) -> Int { (count + 15) / 16 * 16 }

  /// The elements of `value`.
  @inline(__always)
  func data(_ value: Value) -> UnsafeMutablePointer<S> { arena + value.data }

  /// The gradient of `value`; nil where none is asked for.
  @inline(__always)
  func gradient(_ value: Value) -> UnsafeMutablePointer<S>? { value.gradient.map { arena + $0 } }

  /// The elements of `weight`.
  @inline(__always)
  func data(_ weight: Weight) -> UnsafeMutablePointer<S> { parameters + weight.offset }

  /// The gradient of `weight`.
  @inline(__always)
  func gradient(_ weight: Weight) -> UnsafeMutablePointer<S> { gradients + weight.offset }

  /// The elements of `buffer`.
  @inline(__always)
  func data(_ buffer: Buffer) -> UnsafeMutablePointer<S> { buffers + buffer.offset }

  /// A reserved place of the arena as integers, which are no wider than a scalar.
  @inline(__always)
  func integers(_ place: Int) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(arena + place).assumingMemoryBound(to: Int32.self)
  }
}
