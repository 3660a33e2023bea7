/// A tensor of the model's graph: where its elements are in the arena, and their gradient.
///
/// The batch axis is left out of `shape`; how many rows there are is known when a step runs.
public struct Value: Sendable, Equatable {
  /// Offset of the first element in the arena.
  let data: Int
  /// Offset of the gradient's first element; nil where none is asked for, as at the input.
  let gradient: Int?
  /// The shape of one sample.
  public let shape: Shape
  /// In how many parts PyTorch's memory has a row: the first of every row, then the second of every row,
  /// and so on. It draws noise in that order. 1 but behind attention.
  var parts = 1

  /// The same elements seen in another shape of as many.
  func reshaped(_ shape: Shape) -> Value { Value(data: data, gradient: gradient, shape: shape) }
}

/// A trainable tensor of a layer: where it is among the parameters, and so its gradient among the gradients.
public struct Weight: Sendable, Equatable {
  /// Its name in PyTorch's `named_parameters`, such as `weight`.
  public let name: StaticString
  /// Offset of its first element in the flat buffer of parameters.
  public let offset: Int
  /// Its shape.
  public let shape: Shape

  /// Equal when they are the same place.
  public static func == (a: Weight, b: Weight) -> Bool { a.offset == b.offset && a.shape == b.shape }
}

/// A tensor of a layer that is kept but not trained, such as a running mean.
struct Buffer: Sendable, Equatable {
  let offset: Int
  let count: Int
}
