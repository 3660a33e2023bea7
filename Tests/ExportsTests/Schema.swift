import Foundation

/// The published schema, and a validator of JSON Schema to hold against it.
enum Schema {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What is wrong with `text`, a line for each; empty where it is valid.
  static func problems(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = python
    process.arguments = [
      root.appending(path: "Tests/ExportsTests/validate.py").path(),
      root.appending(path: "Resources/trace.schema.json").path(),
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : "status \(process.terminationStatus)\n" + said
  }

  /// The environment that `make test` sets up.
  private static let python = URL(
    filePath: ProcessInfo.processInfo.environment["GLASSBOX_PYTHON"]
      ?? root.appending(path: ".venv/bin/python").path())
}
