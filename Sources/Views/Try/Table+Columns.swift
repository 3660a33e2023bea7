import Engine

extension Engine.Table {
  /// Its bytes as the engine encodes them, but column after column, which packs far smaller.
  ///
  /// Features and targets each begin with how many bytes a value takes:
  /// 1 where all are whole numbers from 0 to 255, as pixels and classes are, else 8.
  var columnBytes: [UInt8] {
    [rows, columns, targetColumns, classes].flatMap(\.encoded)
      + features.columnBytes(columns) + targets.columnBytes(targetColumns)
      + featureNames.encoded + classNames.encoded + hasTokens.encoded
  }
}

extension [Double] {
  /// The values of a matrix of `width` columns, column after column.
  fileprivate func columnBytes(_ width: Int) -> [UInt8] {
    let values = (0..<width).flatMap { column in
      stride(from: column, to: count, by: width).map { self[$0] }
    }
    let small = values.compactMap { value in
      UInt8(exactly: value).flatMap { value.sign == .plus ? $0 : nil }
    }
    return small.count == count ? [1] + small : [8] + values.flatMap(\.encoded)
  }
}
