extension Table: ByteDecodable {
  /// Sizes, features, targets, names.
  public func encode(to writer: inout ByteWriter) {
    writer.write(rows, columns, targetColumns, classes)
    writer.write(features, targets)
    writer.write(featureNames, classNames, hasTokens)
  }

  /// Sizes, features, targets, names; refused unless they agree.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let (rows, columns): (Int, Int) = (try reader.read(), try reader.read())
    let (targetColumns, classes): (Int, Int) = (try reader.read(), try reader.read())
    self.init(
      rows: rows, columns: columns, features: try reader.read(), targets: try reader.read(), classes: classes)
    self.targetColumns = targetColumns
    featureNames = try reader.read()
    classNames = try reader.read()
    hasTokens = try reader.read()
    guard isConsistent else { throw reader.malformed }
  }

  /// Whether sizes, names and class numbers agree.
  private var isConsistent: Bool {
    rows > 0 && columns > 0 && targetColumns > 0 && classes >= 0
      && rows.multipliedReportingOverflow(by: columns) == (features.count, false)
      && rows.multipliedReportingOverflow(by: targetColumns) == (targets.count, false)
      && (featureNames.isEmpty || featureNames.count == columns)
      && (classNames.isEmpty || classNames.count == classes)
      && (classes == 0
        || targets.allSatisfy { $0 >= 0 && $0 < Double(classes) && $0 == $0.rounded(.towardZero) })
  }
}
