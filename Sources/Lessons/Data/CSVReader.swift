import Engine

/// Reads comma-separated values with a header row into a table, as RFC 4180 has them.
///
/// Every column but the target is a feature, and every feature a number.
struct CSVReader {
  /// What a target of numbers means.
  enum Targets {
    /// Values, as for a regression.
    case values
    /// Classes, numbered in ascending order as scikit-learn's `LabelEncoder` does.
    case classes
    /// Classes when the numbers are exactly 0, 1, … up to fewer than 100;
    /// words in the order they first appear.
    case bundled
  }

  private static let longest = 268_435_456
  private var diagnostics: Diagnostics
  private var names: [String] = []
  private var target = 0
  private var features: [Double] = []
  private var labels: [(text: String, range: SourceRange)] = []

  static func read(
    _ bytes: [UInt8], file: String, target: String, targets: Targets
  ) -> (table: Table?, diagnostics: [Diagnostic]) {
    switch Source.reading(bytes, file: file, limit: longest) {
    case .failure(let diagnostic): return (nil, [diagnostic])
    case .success(let source):
      var reader = CSVReader(diagnostics: Diagnostics(source))
      reader.readRows(of: source, target: target)
      let table = reader.diagnostics.found.isEmpty ? reader.table(targets) : nil
      return (table, reader.diagnostics.sorted)
    }
  }

  private init(diagnostics: Diagnostics) { self.diagnostics = diagnostics }

  private mutating func readRows(of source: Source, target: String) {
    var records = CSVRecords(source)
    guard let header = records.next(), readHeader(header, target: target) else { return }
    while let record = records.next() {
      readRow(record)
      if diagnostics.found.count >= 20 { return }
    }
    if let range = records.openQuote {
      diagnostics.report(.invalidCSV, "the quotation mark is not closed", at: range)
    } else if labels.isEmpty {
      diagnostics.report(.invalidCSV, "the file has a header and no rows", at: header.range)
    }
  }

  private mutating func readHeader(_ header: CSVRecords.Record, target name: String) -> Bool {
    names = header.cells.map { $0.text.trimmingSpaces }
    for (column, cell) in header.cells.enumerated() where names[..<column].contains(names[column]) {
      diagnostics.report(.invalidCSV, "two columns are called \(names[column])", at: cell.range)
    }
    guard let found = names.firstIndex(of: name) else {
      diagnostics.report(
        .unknownColumn, "the data has no column \(name)", at: header.range,
        helps: Suggestion.help(for: name, among: names))
      return false
    }
    target = found
    if names.count < 2 {
      diagnostics.report(.invalidCSV, "there is no column beside the target", at: header.range)
    }
    return true
  }

  private mutating func readRow(_ record: CSVRecords.Record) {
    if record.cells.count == 1 && record.cells[0].text.isEmpty { return }
    guard record.cells.count == names.count else {
      diagnostics.report(
        .invalidCSV, "the row has \(record.cells.count) values, and the header \(names.count)",
        at: record.range)
      return
    }
    for (column, cell) in record.cells.enumerated() {
      let text = cell.text.trimmingSpaces
      if text.isEmpty {
        diagnostics.report(.invalidCSV, "\(names[column]) has no value here", at: cell.range)
      } else if column == target {
        labels.append((text, cell.range))
      } else if let value = Double(text), value.isFinite {
        features.append(value)
      } else {
        diagnostics.report(
          .invalidCSV, "\(names[column]) must be a number, found \(text.prefix(40))", at: cell.range,
          notes: ["every column but the target is a feature"])
      }
    }
  }

  private mutating func table(_ targets: Targets) -> Table? {
    let values = labels.map { Double($0.text) ?? .nan }
    var classNames: [String] = []
    var numbers = values
    if !values.allSatisfy(\.isFinite) {
      classNames = targets == .bundled ? labels.map(\.text).uniqued : Set(labels.map(\.text)).sorted()
      let rows = Dictionary(uniqueKeysWithValues: classNames.enumerated().map { ($1, Double($0)) })
      numbers = labels.map { rows[$0.text] ?? 0 }
    } else if targets == .classes || targets == .bundled && Self.numberClasses(values) {
      guard let classes = ClassNumbers(values) else {
        let place = values.firstIndex { $0 != $0.rounded() } ?? 0
        diagnostics.report(
          .invalidCSV, "the loss needs classes, and \(names[target]) is a value", at: labels[place].range,
          helps: ["take a loss for values, such as MSELoss, or a target of words or whole numbers"])
        return nil
      }
      (classNames, numbers) = (classes.names, classes.numbers)
    }
    var table = Table(
      rows: labels.count, columns: names.count - 1, features: features, targets: numbers,
      classes: classNames.count)
    table.featureNames = names.enumerated().filter { $0.offset != target }.map(\.element)
    table.classNames = classNames
    return table
  }

  /// Whether `values` are exactly 0, 1, … up to fewer than 100.
  private static func numberClasses(_ values: [Double]) -> Bool {
    let distinct = Set(values).sorted()
    return distinct == (0..<distinct.count).map { Double($0) } && (2..<100).contains(distinct.count)
  }
}

extension [String] {
  /// Each text once, in the order of its first appearance.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
