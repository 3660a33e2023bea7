import Foundation
import Testing

@Suite struct `Scheduling of cards` {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `3424 reviews are those of the package fsrs`() throws {
    let reviews = try output(of: python, ["Tests/ResourcesTests/reviews.py"])
    let said = try output(
      of: URL(filePath: "/usr/bin/env"),
      ["node", "Tests/ResourcesTests/review.mjs", "Resources/page/script/fsrs.js"], input: reviews)
    #expect(String(decoding: said, as: UTF8.self) == "3424 reviews\n")
  }

  private func output(of program: URL, _ arguments: [String], input: Data = Data()) throws -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = root
    let file = FileManager.default.temporaryDirectory.appending(path: "reviews-\(UUID().uuidString)")
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

  /// The environment that `make test` sets up.
  private var python: URL {
    URL(
      filePath: ProcessInfo.processInfo.environment["GLASSBOX_PYTHON"]
        ?? root.appending(path: ".venv/bin/python").path())
  }
}
