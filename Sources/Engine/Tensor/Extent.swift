/// A height and a width.
struct Extent: Sendable, Equatable {
  var height: Int
  var width: Int

  init(_ height: Int, _ width: Int) {
    self.height = height
    self.width = width
  }

  /// What a parameter of one or two integers says: one counts for both, and a line has height `lineHeight`.
  init(_ values: [Int], lineHeight: Int?) {
    self.init(lineHeight ?? values.first ?? 1, values.last ?? 1)
  }

  /// Height times width.
  var count: Int { height &* width }
}
