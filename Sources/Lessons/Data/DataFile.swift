import Engine

/// The file that a lesson's samples are read from.
public enum DataFile: Sendable, Equatable {
  /// One of those that come with Glassbox, such as `iris.csv`.
  case bundled(String)
  /// The author's own: a path relative to the lesson and, as far as its letters tell, within its folder.
  case author(String)
}

extension Lesson {
  /// The file to read before the pipeline runs; nil where the samples are drawn.
  public var dataFile: DataFile? {
    let component = pipeline.load.dataset
    if let path = component.path { return .author(path) }
    guard let dataset = try? Dataset(component), let file = dataset.file else { return nil }
    return .bundled("\(file).csv")
  }

  /// The samples in `bytes`, which are those of ``dataFile``.
  ///
  /// A target of words makes classes. A target of numbers makes values, unless the lesson's loss is one for
  /// classes or the file is bundled and numbers its classes from 0.
  public func table(_ bytes: [UInt8]) -> (table: Table?, diagnostics: [Diagnostic]) {
    switch dataFile {
    case .bundled(let name): return CSVReader.read(bytes, file: name, target: "target", targets: .bundled)
    case .author(let path):
      let component = pipeline.load.dataset
      guard let row = component.info.row(of: "target"), case .text(let target) = component.arguments[row]
      else {
        return (nil, [])
      }
      let loss = try? Loss<Double>(pipeline.train.loss)
      return CSVReader.read(
        bytes, file: path, target: target, targets: loss?.link == .identity ? .values : .classes)
    case nil: return (nil, [])
    }
  }
}
