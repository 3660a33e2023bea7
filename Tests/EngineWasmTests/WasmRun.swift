import Engine
import Foundation

/// A run for the engine's WebAssembly build.
struct WasmJob {
  /// The packed pieces of a module for the run; empty for the whole one.
  var module: [UInt8] = []
  /// The bytes of a pipeline and an optional table.
  var input: [UInt8]
  /// The validation rows to follow before training and after each epoch; empty for none.
  var rows: [Int] = []
}

/// What came of it under node.
struct WasmRun {
  /// 0 where it succeeded, 255 where it trapped, else what `EngineWasm` says of its results.
  let status: UInt8
  /// The trace's digest and bytes, or the error's bytes.
  let bytes: [UInt8]
  /// What the rows gave: a status and predictions, before training and after each epoch.
  let predictions: [UInt8]

  /// Runs the whole module on `input`, the bytes of a pipeline and an optional table.
  init(_ input: [UInt8]) throws {
    guard let run = try Self.all([WasmJob(input: input)]).first else { throw Failure(text: "no result") }
    self = run
  }

  private init(_ result: ArraySlice<UInt8>, predictions: ArraySlice<UInt8>) {
    status = result.first ?? 255
    bytes = Array(result.dropFirst())
    self.predictions = Array(predictions)
  }

  /// Runs all `jobs`, one after the other, in one process.
  static func all(_ jobs: [WasmJob]) throws -> [WasmRun] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "jobs"), folder.appending(path: "results"))
    var bytes: [UInt8] = []
    for job in jobs {
      for block in [job.module, job.input, job.rows.isEmpty ? [] : job.rows.encoded] {
        bytes += UInt32(block.count).encoded + block
      }
    }
    try Data(bytes).write(to: input)
    try node("runs.mjs", [module, unpacker, input.path(), output.path()])
    let blocks = blocks(of: [UInt8](try Data(contentsOf: output)))
    return stride(from: 0, to: blocks.count, by: 2).map {
      WasmRun(blocks[$0], predictions: blocks[$0 + 1])
    }
  }

  private static func blocks(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var blocks: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while rest.count >= 4 {
      let count = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      blocks.append(rest.dropFirst(4).prefix(count))
      rest = rest.dropFirst(4 + count)
    }
    return blocks
  }

  private static func node(_ script: String, _ arguments: [String]) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let error = Pipe()
    let node = Process()
    node.executableURL = URL(filePath: "/usr/bin/env")
    node.arguments = ["node", folder.appending(path: script).path()] + arguments
    node.standardError = error
    try node.run()
    let report = error.fileHandleForReading.readDataToEndOfFile()
    node.waitUntilExit()
    if node.terminationStatus != 0 { throw Failure(text: String(decoding: report, as: UTF8.self)) }
  }

  /// What node said instead of results.
  struct Failure: Error {
    let text: String
  }

  /// The module: `GLASSBOX_WASM`, or where `make wasm` leaves it. Its pieces lie beside it.
  static let module =
    ProcessInfo.processInfo.environment["GLASSBOX_WASM"]
    ?? root.appending(path: ".build-wasm/engine.wasm").path()

  /// The module that unpacks pieces, where `make page` leaves it.
  private static let unpacker = root.appending(path: ".build-page/unpack.wasm").path()

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
