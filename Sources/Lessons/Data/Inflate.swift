/// Unpacks DEFLATE, the packing of zip archives.
///
/// Deutsch, RFC 1951, 1996.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private var position: Int
  /// Bits that were read and not yet used, the next one lowest.
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let count: Int

  /// The `count` bytes that `bytes` unpack to.
  static func unpack(_ bytes: ArraySlice<UInt8>, count: Int) throws(DataFault) -> [UInt8] {
    var inflate = Inflate(bytes, count: count)
    try inflate.run()
    return inflate.output
  }

  private init(_ bytes: ArraySlice<UInt8>, count: Int) {
    input = bytes
    position = bytes.startIndex
    self.count = count
  }

  private static let damaged = DataFault("is damaged: a file in it cannot be unpacked")

  private mutating func run() throws(DataFault) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try decode(Self.fixedLengths, Self.fixedDistances)
      case 2:
        let (lengths, distances) = try readCodes()
        try decode(lengths, distances)
      default: throw Self.damaged
      }
    }
    guard output.count == count else { throw Self.damaged }
  }

  /// The next `number` bits, at most 16.
  private mutating func take(_ number: Int) throws(DataFault) -> Int {
    while bitCount < number {
      guard position < input.endIndex else { throw Self.damaged }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    defer {
      bits >>= UInt32(number)
      bitCount -= number
    }
    return Int(bits & (1 << UInt32(number) - 1))
  }

  /// A block that is not packed: two bytes of length, two of its complement, the bytes.
  private mutating func copyStored() throws(DataFault) {
    _ = try take(bitCount % 8)
    let (length, complement) = (try take(16), try take(16))
    guard length == ~complement & 0xFFFF, length <= input.endIndex - position, output.count + length <= count
    else { throw Self.damaged }
    output += input[position..<position + length]
    position += length
  }
}

// Symbols and what they mean.
extension Inflate {
  /// A canonical Huffman code: how many words have each length, and the symbols in order of their words.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int]

    /// The code whose symbol number i has a word of `lengths[i]` bits; 0 for none.
    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }
  }

  private static let fixedLengths = Code(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Code([Int](repeating: 5, count: 30))
  /// The least length of each symbol from 257 on, and how many bits more it takes.
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  /// The order in which a block gives the lengths of the code for lengths.
  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The next symbol of `code`.
  private mutating func symbol(_ code: Code) throws(DataFault) -> Int {
    var (word, first, index) = (0, 0, 0)
    for length in 1...15 {
      word |= try take(1)
      let count = code.counts[length]
      if word - count < first { return code.symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    throw Self.damaged
  }

  /// Bytes, and copies of earlier bytes, up to the end of the block.
  private mutating func decode(_ lengths: Code, _ distances: Code) throws(DataFault) {
    while true {
      let symbol = try symbol(lengths)
      if symbol == 256 { return }
      if symbol < 256 {
        guard output.count < count else { throw Self.damaged }
        output.append(UInt8(symbol))
        continue
      }
      guard Self.lengthBase.indices.contains(symbol - 257) else { throw Self.damaged }
      let length = Self.lengthBase[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
      let place = try self.symbol(distances)
      guard place < 30 else { throw Self.damaged }
      let extra = max(0, place / 2 - 1)
      let distance = (place < 2 ? place : (2 + place % 2) << extra) + 1 + (try take(extra))
      guard distance <= output.count, output.count + length <= count else { throw Self.damaged }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  /// The two codes that a block brings along, themselves in code.
  private mutating func readCodes() throws(DataFault) -> (lengths: Code, distances: Code) {
    let (literals, distances, given) = (try take(5) + 257, try take(5) + 1, try take(4) + 4)
    var own = [Int](repeating: 0, count: 19)
    for place in 0..<given { own[Self.lengthOrder[place]] = try take(3) }
    let code = Code(own)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      let symbol = try symbol(code)
      switch symbol {
      case ..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw Self.damaged }
        lengths += [Int](repeating: last, count: 3 + (try take(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try take(3)))
      default: lengths += [Int](repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard lengths.count == literals + distances else { throw Self.damaged }
    return (Code(Array(lengths[..<literals])), Code(Array(lengths[literals...])))
  }
}
