import Engine
import Foundation

/// One run of the engine's WebAssembly build under node.
struct WasmRun {
  /// 0 where it succeeded, else what `EngineWasm` says of its results.
  let status: Int
  /// The trace's digest and bytes, or the error's bytes.
  let bytes: [UInt8]

  /// Runs `input`, the bytes of a pipeline and an optional table.
  init(_ input: [UInt8]) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (output, error) = (Pipe(), Pipe())
    let node = Process()
    node.executableURL = URL(filePath: "/usr/bin/env")
    node.arguments = ["node", folder.appending(path: "run.mjs").path(), Self.module, file.path()]
    node.standardOutput = output
    node.standardError = error
    try node.run()
    bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    let report = error.fileHandleForReading.readDataToEndOfFile()
    node.waitUntilExit()
    guard let values = try? JSONSerialization.jsonObject(with: report) as? [String: Any],
      let status = values["status"] as? Int
    else { throw Failure(text: String(decoding: report, as: UTF8.self)) }
    self.status = status
  }

  /// What node said instead of a result.
  struct Failure: Error {
    let text: String
  }

  /// The module: `GLASSBOX_WASM`, or where `make wasm` leaves it.
  private static let module =
    ProcessInfo.processInfo.environment["GLASSBOX_WASM"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: ".build-wasm/engine.wasm").path()
}
