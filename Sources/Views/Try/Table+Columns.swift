import Engine

extension Engine.Table {
  /// Its bytes as the engine encodes them, but column after column, which packs far smaller:
  /// targets first, then features.
  ///
  /// Both begin with how many bytes a value takes: 1 where all are whole numbers from 0 to 255, as pixels and classes
  /// are, else 8. What is alike stands together: rows come in the order of the first target and, where a value takes
  /// one byte, of the neighbours above and before, as if the columns were the pixels of a square picture.
  var columnBytes: [UInt8] {
    let all = Array(0..<rows)
    let isSmall = features.allSatisfy(\.isByte)
    let across = Int(Double(columns).squareRoot())
    let near = { (row: Int, column: Int) in
      isSmall && column >= 0 ? features[row * columns + column] : 0
    }
    let order = { (column: Int) in
      all.map { (targets[$0 * targetColumns], near($0, column - across), near($0, column - 1), $0) }
        .sorted(by: <).map(\.3)
    }
    return [rows, columns, targetColumns, classes].flatMap(\.encoded)
      + targets.columnBytes(targetColumns) { _ in all } + features.columnBytes(columns, rows: order)
      + featureNames.encoded + classNames.encoded + hasTokens.encoded
  }
}

extension [Double] {
  /// The values of a matrix of `width` columns, column after column, each with its `rows`.
  fileprivate func columnBytes(_ width: Int, rows: (Int) -> [Int]) -> [UInt8] {
    let values = (0..<width).flatMap { column in rows(column).map { self[$0 * width + column] } }
    return values.allSatisfy(\.isByte) ? [1] + values.map { UInt8($0) } : [8] + values.flatMap(\.encoded)
  }
}

extension Double {
  /// Whether it is a whole number from 0 to 255; a negative 0 is none.
  fileprivate var isByte: Bool { UInt8(exactly: self) != nil && sign == .plus }
}
