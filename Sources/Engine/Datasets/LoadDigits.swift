/// 1797 handwritten digits as pictures of 8 × 8 pixels from 0 to 16.
///
/// Features `[1797, 64]`, fewer rows with a smaller `n_class`; throws without its table.
struct LoadDigits: StoredDataset {
  static let info = Info(
    "load_digits",
    [.integer("n_class", in: 1...10, default: 10, "keep the digits below this")],
    summary: "1797 handwritten digits: pictures of 8 by 8 pixels.",
    source: "Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998")

  let classes: Int

  init(_ arguments: inout Arguments) { classes = arguments.next() }

  var file: StaticString? { "digits" }

  func load(seed: UInt32, table: Table?) throws(EngineError) -> Table {
    guard let table else { throw EngineError(.missingTable) }
    if classes >= table.classes { return table }
    var kept = table.selecting((0..<table.rows).filter { table.targets[$0] < Double(classes) })
    kept.classes = classes
    kept.classNames = Array(table.classNames.prefix(classes))
    return kept
  }
}
