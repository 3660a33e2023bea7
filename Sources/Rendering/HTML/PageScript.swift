/// A script that stands in a page as it is.
public struct PlainScript: Sendable {
  let text: String
  /// Its SHA-256 in base 64: what the page's policy allows.
  let hash: String

  /// The script `text`, whose SHA-256 in base 64 is `hash`.
  public init(_ text: String, hash: String) { (self.text, self.hash) = (text, hash) }
}

/// A script that a page unpacks and runs.
public struct PackedScript: Sendable {
  /// It, packed: by zlib, or by what packs the engine.
  let packed: HTML
  /// The SHA-256 of the script as it runs, in base 64: what the page's policy allows.
  let hash: String

  /// The script that `packed` is made of, and whose SHA-256 in base 64 is `hash`.
  public init(_ packed: [UInt8], hash: String) { (self.packed, self.hash) = (packed.base94, hash) }
}

extension [UInt8] {
  /// The bytes as text for a script's element, 13 or 14 bits in two characters:
  /// 22 % more than the bytes, base 64 takes 33 %.
  ///
  /// The digits are ASCII's characters from the space on, without `<`; the bits of the first byte come first,
  /// the lowest digit too. Two digits have more values than 13 bits: where the lower 13 of 14 bits say less than
  /// what is left over, all 14 go (after J. Henke, basE91, 2005).
  /// What is left over at the end is one character where that holds it.
  var base94: HTML {
    let most = count * 16 / 13 + 2
    let text = String(unsafeUninitializedCapacity: most) { text in
      let digits = Self.digits
      var (held, bits, end) = (0, 0, 0)
      func append(_ digit: Int) {
        text[end] = digits[digit]
        end += 1
      }
      for byte in self {
        held |= Int(byte) << bits
        bits += 8
        guard bits > 13 else { continue }
        let taken = held & 8191 < 94 * 94 - 8192 ? 14 : 13
        let value = held & (1 << taken - 1)
        append(value % 94)
        append(value / 94)
        held >>= taken
        bits -= taken
      }
      if bits > 0 { append(held % 94) }
      if bits > 6 { append(held / 94) }
      return end
    }
    return HTML(compacted: text)
  }

  private static let digits = (32...126 as ClosedRange<UInt8>).filter { $0 != UInt8(ascii: "<") }
}
