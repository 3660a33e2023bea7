/// What a page carries to run its lesson: the engine as WebAssembly, and the script around it.
public struct EngineAssets: Sendable {
  /// The script that runs it.
  let script: PackedScript
  /// The module for a lesson whose pipeline has these bytes.
  let module: @Sendable (_ pipeline: [UInt8]) -> [UInt8]
  /// Packs bytes as zlib does.
  let pack: @Sendable ([UInt8]) -> [UInt8]

  /// The engine that `script` runs, where `module` gives what a pipeline needs of it and `pack` is zlib.
  public init(
    script: PackedScript, module: @escaping @Sendable (_ pipeline: [UInt8]) -> [UInt8],
    pack: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    (self.script, self.module, self.pack) = (script, module, pack)
  }
}
