import Foundation

/// Values made by PyTorch, NumPy and scikit-learn; `GLASSBOX_GOLDENS` names another directory of the same layout.
enum Goldens {
  static let directory: URL =
    ProcessInfo.processInfo.environment["GLASSBOX_GOLDENS"].map { URL(filePath: $0) } ?? bundled

  /// The files beside the tests, among them those that another directory need not have.
  static let bundled = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens")

  /// The file `name.json`, decoded.
  static func load<T: Decodable>(_ name: String, as type: T.Type, from directory: URL = directory) throws -> T
  {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy =
      .convertFromString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(T.self, from: Data(contentsOf: directory.appending(path: name + ".json")))
  }

  /// A tensor as the golden files write it: row-major.
  struct Tensor: Decodable, Sendable {
    let shape: [Int]
    let data: [Double]
  }
}
