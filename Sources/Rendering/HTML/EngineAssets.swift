import Views

/// What a page carries to run its lesson: the engine as WebAssembly, and the script around it, packed.
public struct EngineAssets: Sendable {
  /// The module, packed by gzip, in base 64.
  let module: String
  /// The script that runs it.
  let script: PackedScript

  /// The `module`, packed by gzip; `script` runs it, and is packed by `pack`, which is zlib.
  public init(module: [UInt8], script: String, pack: ([UInt8]) -> [UInt8]) {
    let schedulers = InertJSON(Controls.Scheduler.all) { $0.json }
    self.module = module.base64
    let house = "const{make,byId,fragment,decode,unpacked}=document.currentScript.house"
    self.script = PackedScript("{\(house),schedulers=\(schedulers.spelling);\(script)}", pack: pack)
  }
}
