import Engine

/// A file that a lesson's samples are read from.
public enum DataFile: Sendable, Equatable {
  /// One of those that come with Glassbox, such as `iris.csv`.
  case bundled(String)
  /// The author's own: a path relative to the lesson and, as far as its letters tell, within its folder.
  case author(String)
}

extension Lesson {
  /// A data file is not read past this, in bytes.
  public static let largestData = 256 << 20

  /// The files to read before the pipeline runs; none where the samples are drawn.
  public var dataFiles: [DataFile] {
    let component = pipeline.load.dataset
    let paths = component.paths.map(\.path)
    if !paths.isEmpty { return paths.map { .author($0) } }
    guard let dataset = try? Dataset(component), let file = dataset.file else { return [] }
    return [.bundled("\(file).csv")]
  }

  /// Where the author's file `place` of ``dataFiles`` is named.
  public func range(ofDataFile place: Int) -> SourceRange {
    let rows = pipeline.load.dataset.paths.map(\.row)
    return rows.indices.contains(place)
      ? places.load.arguments[rows[place]] ?? places.load.range : places.load.range
  }

  /// The samples in `files`, the bytes of ``dataFiles``.
  ///
  /// A target of words makes classes. A target of numbers makes values, unless the lesson's loss is one for
  /// classes or the file is bundled and numbers its classes from 0.
  public func table(_ files: [[UInt8]]) -> (table: Table?, diagnostics: [Diagnostic]) {
    let names = dataFiles
    guard !files.isEmpty, files.count == names.count else { return (nil, []) }
    if case .bundled(let name) = names[0] {
      return CSVReader.read(files[0], file: name, target: "target", targets: .bundled)
    }
    for (place, file) in files.enumerated() where file.count > Self.largestData {
      var fault = DataFault("has more than the \(Self.largestData) bytes that are read")
      fault.file = place
      return (nil, [diagnostic(for: fault)])
    }
    return read(files)
  }

  private func read(_ files: [[UInt8]]) -> (table: Table?, diagnostics: [Diagnostic]) {
    let component = pipeline.load.dataset
    guard let format = DataFormat.all.first(where: { $0.name == component.info.name.description }) else {
      return (nil, [])
    }
    let loss = try? Loss<Double>(pipeline.train.loss)
    let request = DataFormat.Request(
      dataset: component, files: files, classifies: loss?.classifies ?? true,
      limit: pipeline.load.take ?? .max
    )
    do throws(DataFault) {
      let reading = try format.read(request)
      return (reading.table, reading.diagnostics)
    } catch { return (nil, [diagnostic(for: error)]) }
  }

  /// What is wrong with a file, at the place where the lesson names it.
  private func diagnostic(for fault: DataFault) -> Diagnostic {
    let paths = pipeline.load.dataset.paths.map(\.path)
    return Diagnostic(
      .invalidData, "\(paths[fault.file]) \(fault.message)", at: range(ofDataFile: fault.file), in: source,
      helps: fault.helps)
  }
}
