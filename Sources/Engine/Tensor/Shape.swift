/// The sizes of a tensor's axes, outermost first; row-major.
public struct Shape: Sendable, Equatable {
  /// The sizes, each at least 1.
  public var sizes: [Int]

  /// A shape of `sizes`.
  public init(_ sizes: [Int]) { self.sizes = sizes }

  /// A shape of `sizes`.
  public init(_ sizes: Int...) { self.sizes = sizes }

  /// The number of axes.
  public var rank: Int { sizes.count }

  /// The number of elements: the product of the sizes.
  public var count: Int { sizes.reduce(1, *) }

  /// The number of elements where it may be too large for an `Int`.
  public var size: Double { sizes.reduce(1) { $0 * Double($1) } }

  /// The size of axis `axis`; negative axes count from the last, as in PyTorch.
  public subscript(axis: Int) -> Int { sizes[axis < 0 ? sizes.count + axis : axis] }

  /// The same shape with one more outermost axis.
  public func batched(_ rows: Int) -> Shape { Shape([rows] + sizes) }
}
