import Foundation
import Resources
import Testing

/// What packs the engine, and what unpacks it in a page.
@Suite struct `Packing` {
  @Test func `texts come back as they were`() throws {
    let said = try Node.output(
      ["Tests/ResourcesTests/pack.mjs", ".build-page/pack", ".build-page/unpack.wasm"])
    #expect(String(decoding: said, as: UTF8.self) == "30 texts\n")
  }

  @Test func `what is no text and no piece is refused`() throws {
    for arguments in [[], ["texts"], ["text", "pieces"]] {
      #expect(try status(of: arguments, input: "") == 64)
    }
    // A count of two, one byte; a piece of five bytes, of which two are there.
    #expect(try status(of: ["text"], input: "\u{2}a") == 1)
    #expect(try status(of: ["pieces"], input: "\u{5}\0\0\0ab") == 1)
  }

  private func status(of arguments: [String], input: String) throws -> Int32 {
    let process = Process()
    process.executableURL = Node.root.appending(path: ".build-page/pack")
    process.arguments = arguments
    let pipe = Pipe()
    (process.standardInput, process.standardOutput, process.standardError) = (pipe, Pipe(), Pipe())
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
