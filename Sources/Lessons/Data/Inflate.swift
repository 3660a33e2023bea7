import CDeflate

/// Unpacks DEFLATE, the packing of zip archives.
enum Inflate {
  /// The `count` bytes that `bytes` unpack to.
  static func unpack(_ bytes: ArraySlice<UInt8>, count: Int) throws(DataFault) -> [UInt8] {
    let damaged = DataFault("is damaged: a file in it cannot be unpacked")
    // DEFLATE makes at most 1032 bytes of one: an archive that promises more is not
    // believed, and takes no memory.
    guard count <= 1032 * (bytes.count + 1), let decompressor = libdeflate_alloc_decompressor() else {
      throw damaged
    }
    defer { libdeflate_free_decompressor(decompressor) }
    var unpacked = [UInt8](repeating: 0, count: count)
    // Without a place for the count, more and fewer bytes than are asked for are both a failure.
    let result = bytes.withUnsafeBytes { packed in
      libdeflate_deflate_decompress(
        decompressor, packed.baseAddress, packed.count, &unpacked, count, nil)
    }
    guard result == LIBDEFLATE_SUCCESS else { throw damaged }
    return unpacked
  }
}

extension [UInt8] {
  /// The checksum of zip archives: CRC-32.
  var checksum: UInt32 { libdeflate_crc32(0, self, count) }
}
