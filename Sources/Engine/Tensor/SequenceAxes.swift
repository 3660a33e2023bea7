/// Which of the first two axes of `[batch, steps, features]` is time:
/// the second, or without `batch_first` the first.
///
/// Tokens are numbered as they lie in memory.
struct SequenceAxes: Sendable {
  let batchFirst: Bool
  /// The size of the second axis.
  let second: Int

  /// The number of steps in a batch of `rows`.
  @inline(__always)
  func steps(rows: Int) -> Int { batchFirst ? second : rows }

  /// The number of sequences in a batch of `rows`.
  @inline(__always)
  func sequences(rows: Int) -> Int { batchFirst ? rows : second }

  /// Tokens from one step to the next.
  var stepStride: Int { batchFirst ? 1 : second }

  /// Tokens from one sequence to the next.
  var sequenceStride: Int { batchFirst ? second : 1 }
}
