import Foundation

/// Python with the packages of `Tests/requirements.txt`, as `make test` sets it up.
enum PythonProcess {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What the script `name` beside these tests says of `text`; empty where it finds nothing wrong.
  static func problems(_ name: String, _ arguments: String..., input text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(
      filePath: ProcessInfo.processInfo.environment["GLASSBOX_PYTHON"]
        ?? root.appending(path: ".venv/bin/python").path())
    process.arguments = [root.appending(path: "Tests/ExportsTests/\(name)").path()] + arguments
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
}
