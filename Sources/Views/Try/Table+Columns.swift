import Engine

extension Engine.Table {
  /// Its bytes as the engine encodes them, but column after column, which packs far smaller:
  /// targets first, then features, their rows in the order of the first target, for what is of one class is alike.
  ///
  /// Targets and features each begin with how many bytes a value takes:
  /// 1 where all are whole numbers from 0 to 255, as pixels and classes are, else 8.
  var columnBytes: [UInt8] {
    let byTarget = (0..<rows).sorted {
      (targets[$0 * targetColumns], $0) < (targets[$1 * targetColumns], $1)
    }
    return [rows, columns, targetColumns, classes].flatMap(\.encoded)
      + targets.columnBytes(targetColumns, rows: 0..<rows) + features.columnBytes(columns, rows: byTarget)
      + featureNames.encoded + classNames.encoded + hasTokens.encoded
  }
}

extension [Double] {
  /// The values of a matrix of `width` columns, column after column.
  fileprivate func columnBytes(_ width: Int, rows: some Collection<Int>) -> [UInt8] {
    let values = (0..<width).flatMap { column in rows.map { self[$0 * width + column] } }
    let small = values.compactMap { value in
      UInt8(exactly: value).flatMap { value.sign == .plus ? $0 : nil }
    }
    return small.count == count ? [1] + small : [8] + values.flatMap(\.encoded)
  }
}
