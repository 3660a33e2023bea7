/// What a page carries to run its lesson: the engine as WebAssembly, and the script around it.
public struct EngineAssets: Sendable {
  /// The module that unpacks the engine's script and the engine, packed as zlib does.
  let unpacker: HTML
  /// The script that runs it.
  let script: PackedScript
  /// The engine's packed pieces for a lesson whose pipeline has these bytes.
  let pieces: @Sendable (_ pipeline: [UInt8]) -> [UInt8]
  /// Packs bytes as zlib does.
  let pack: @Sendable ([UInt8]) -> [UInt8]

  /// The engine that `script` runs, where `pieces` gives what a pipeline needs of it, `unpacker` unpacks both,
  /// and `pack` is zlib.
  public init(
    unpacker: [UInt8], script: PackedScript, pieces: @escaping @Sendable (_ pipeline: [UInt8]) -> [UInt8],
    pack: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    (self.unpacker, self.script, self.pieces, self.pack) = (unpacker.base94, script, pieces, pack)
  }
}
