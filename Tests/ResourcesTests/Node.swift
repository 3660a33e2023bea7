import Foundation
import Testing

/// Runs the page's scripts outside of a page.
enum Node {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What `program`, node by default, writes when it is given `arguments` and reads `input`.
  static func output(
    of program: URL = URL(filePath: "/usr/bin/env"), _ arguments: [String], input: Data = Data()
  ) throws -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = program.lastPathComponent == "env" ? ["node"] + arguments : arguments
    process.currentDirectoryURL = root
    let file = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)")
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }
}
