import Views

/// What a page carries to run its lesson: the engine as WebAssembly, and the script around it.
public struct EngineAssets: Sendable {
  /// The module for a lesson whose pipeline has these bytes, packed by zlib.
  let module: @Sendable (_ pipeline: [UInt8]) -> [UInt8]
  /// The script that runs it.
  let script: PackedScript

  /// The engine that `script` runs; `pack` is zlib, and `module` gives what a pipeline needs of it, packed likewise.
  public init(
    script: String, pack: ([UInt8]) -> [UInt8], module: @escaping @Sendable (_ pipeline: [UInt8]) -> [UInt8]
  ) {
    let options = InertJSON(Controls.Option.all) { $0.json }
    let names = "all,make,byId,fragment,hear,decode,unpacked,cursor,samples"
    let house = "const{\(names)}=document.currentScript.house"
    self.module = module
    self.script = PackedScript("{\(house),options=\(options.spelling);\(script)}", pack: pack)
  }
}
