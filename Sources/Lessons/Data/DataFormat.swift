import Engine

/// How the files of one of the catalog's datasets become a table.
struct DataFormat: Sendable {
  /// The dataset's name in the catalog.
  let name: String
  let read: @Sendable (Request) throws(DataFault) -> Reading

  /// What a reader is given.
  struct Request {
    /// The dataset and its arguments.
    var dataset: Component
    /// The files' bytes, in the order of the dataset's parameters.
    var files: [[UInt8]]
    /// Whether the loss needs classes.
    var classifies: Bool
    /// Rows beyond this are not needed.
    var limit: Int
  }

  /// What a reader answers with: a table, or what is wrong with text at its own lines.
  struct Reading {
    var table: Table?
    var diagnostics: [Diagnostic] = []
  }

  /// Every format there is.
  static let all = [csv, npy, npz, idx, text]

  private static let csv = DataFormat(name: "csv") { (request: Request) throws(DataFault) -> Reading in
    let (table, diagnostics) = CSVReader.read(
      request.files[0], file: request.text("path"), target: request.text("target"),
      targets: request.classifies ? .classes : .values)
    return Reading(table: table, diagnostics: diagnostics)
  }

  private static let npy = DataFormat(name: "npy") { (request: Request) throws(DataFault) -> Reading in
    try request.reading(try request.arrays(NPYReader.read))
  }

  private static let idx = DataFormat(name: "idx") { (request: Request) throws(DataFault) -> Reading in
    try request.reading(try request.arrays(IDXReader.read))
  }

  private static let npz = DataFormat(name: "npz") { (request: Request) throws(DataFault) -> Reading in
    let archive = try ZipArchive(request.files[0])
    var arrays: [NumericArray] = []
    for name in [request.text("x"), request.text("y")] {
      guard let bytes = try archive.file(name + ".npy") else {
        let names = archive.names.filter { $0.hasSuffix(".npy") }.map { String($0.dropLast(4)) }
        throw DataFault("has no array \(name)", helps: Suggestion.help(for: name, among: names))
      }
      do throws(DataFault) {
        arrays.append(try NPYReader.read(bytes[...], limit: request.limit))
      } catch { throw DataFault("has an array \(name) that \(error.message)", helps: error.helps) }
    }
    return try request.reading(arrays)
  }

  private static let text = DataFormat(name: "text") { (request: Request) throws(DataFault) -> Reading in
    switch Source.reading(request.files[0], file: request.text("path"), limit: 16 << 20) {
    case .failure(let diagnostic): return Reading(diagnostics: [diagnostic])
    case .success(let source):
      let reader = TextReader(
        byWord: request.number("level") == 1, context: request.number("context"),
        limit: request.number("max_tokens"))
      return Reading(table: try reader.table(source))
    }
  }
}

extension DataFormat.Request {
  /// The argument `name`, a text.
  fileprivate func text(_ name: String) -> String {
    if case .text(let text) = argument(name) { text } else { "" }
  }

  /// The argument `name`, a whole number or the row of a choice.
  fileprivate func number(_ name: String) -> Int {
    switch argument(name) {
    case .integer(let value), .choice(let value): value
    default: 0
    }
  }

  private func argument(_ name: String) -> Argument? {
    dataset.info.row(of: name).map { dataset.arguments[$0] }
  }

  /// What `read` finds in each file.
  fileprivate func arrays(
    _ read: (ArraySlice<UInt8>, Int) throws(DataFault) -> NumericArray
  ) throws(DataFault) -> [NumericArray] {
    var arrays: [NumericArray] = []
    for (place, file) in files.enumerated() {
      do throws(DataFault) { arrays.append(try read(file[...], limit)) } catch {
        var fault = error
        fault.file = place
        throw fault
      }
    }
    return arrays
  }

  /// The table of two arrays, features and targets; what does not fit is told of the file of targets.
  fileprivate func reading(_ arrays: [NumericArray]) throws(DataFault) -> DataFormat.Reading {
    do throws(DataFault) {
      return DataFormat.Reading(
        table: try Table(features: arrays[0], targets: arrays[1], classify: classifies))
    } catch {
      var fault = error
      fault.file = files.count - 1
      throw fault
    }
  }
}
