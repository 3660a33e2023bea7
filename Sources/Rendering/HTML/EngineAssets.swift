import Views

/// What a page carries to run its lesson: the engine as WebAssembly, and the script around it, packed.
public struct EngineAssets: Sendable {
  /// The module, packed by gzip, in base 64.
  let module: String
  /// The script, packed by zlib, in base 64.
  let script: String
  /// The SHA-256 of the script as it runs, in base 64: what the page's policy allows.
  let scriptHash: String

  /// The `module`, packed by gzip; `script` runs it, and is packed by `pack`, which is zlib.
  public init(module: [UInt8], script: String, pack: ([UInt8]) -> [UInt8]) {
    let schedulers = InertJSON(Controls.Scheduler.all) { $0.json }
    let whole = """
      const { make, byId, fragment, decode, unpacked } = document.currentScript.house;
      const schedulers = \(schedulers.spelling);
      \(script)
      """.closedJavaScript
    self.module = module.base64
    self.script = pack(Array(whole.utf8)).base64
    scriptHash = SHA256.hash(whole.utf8).base64
  }
}
