import CZlib

/// Packs bytes by zlib, as a browser's `DecompressionStream("deflate")` unpacks them.
public enum Deflate {
  /// `bytes`, packed at zlib's default level: its best takes three times as long for a percent.
  ///
  /// Empty where there is no memory for it.
  public static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: Int(compressBound(UInt(bytes.count))))
    var count = UInt(packed.count)
    let done = compress2(&packed, &count, bytes, UInt(bytes.count), Z_DEFAULT_COMPRESSION)
    guard done == Z_OK else { return [] }
    return Array(packed.prefix(Int(count)))
  }
}
