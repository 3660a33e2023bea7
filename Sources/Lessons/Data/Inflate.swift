import CZlib

/// Unpacks DEFLATE, the packing of zip archives, by zlib.
enum Inflate {
  /// The `count` bytes that `bytes` unpack to.
  static func unpack(_ bytes: ArraySlice<UInt8>, count: Int) throws(DataFault) -> [UInt8] {
    let damaged = DataFault("is damaged: a file in it cannot be unpacked")
    // DEFLATE makes at most 1032 bytes of one: an archive that promises more is not believed, and takes no memory.
    guard count <= 1032 * (bytes.count + 1) else { throw damaged }
    var stream = z_stream()
    // Negative window bits: no zlib header around the data.
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw damaged
    }
    defer { inflateEnd(&stream) }
    var packed = Array(bytes)
    // One byte more than is asked for, so that a file that is longer than it says is noticed.
    var unpacked = [UInt8](repeating: 0, count: count + 1)
    let status = packed.withUnsafeMutableBufferPointer { input in
      unpacked.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, stream.avail_out == 1 else { throw damaged }
    unpacked.removeLast()
    return unpacked
  }
}

extension [UInt8] {
  /// The checksum of zip archives: CRC-32.
  var checksum: UInt32 { UInt32(crc32(0, self, UInt32(count))) }
}
