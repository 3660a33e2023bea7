import Foundation

/// Values made by PyTorch, NumPy and scikit-learn; `GLASSBOX_GOLDENS` names another
/// directory of the same layout.
package enum Goldens {
  private static let directory: URL =
    ProcessInfo.processInfo.environment["GLASSBOX_GOLDENS"].map { URL(filePath: $0) } ?? bundled

  /// The project's own; what the other directory does not have is taken from here.
  package static let bundled = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Goldens")

  private static func url(_ name: String) -> URL {
    let file = directory.appending(path: name + ".json")
    return FileManager.default.fileExists(atPath: file.path())
      ? file : bundled.appending(path: name + ".json")
  }

  /// The file `name.json`, decoded.
  package static func load<T: Decodable>(_ name: String, as type: T.Type) throws -> T {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy =
      .convertFromString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(T.self, from: Data(contentsOf: url(name)))
  }

  /// A tensor as the golden files write it: row-major.
  package struct Tensor: Decodable, Sendable {
    package let shape: [Int]
    package let data: [Double]
  }
}
