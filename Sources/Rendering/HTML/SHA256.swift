/// The hash that a Content-Security-Policy names a script by (FIPS 180-4).
enum SHA256 {
  /// The 32 bytes of the hash of `message`.
  static func hash(_ message: some Sequence<UInt8>) -> [UInt8] {
    var state = initial
    for block in padded(message) { compress(block, into: &state) }
    return state.flatMap { word in
      stride(from: UInt32(24), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// The message, a 1 bit, zeros, and its length in bits: 16 words a block.
  private static func padded(_ message: some Sequence<UInt8>) -> [[UInt32]] {
    var bytes = Array(message)
    let bits = UInt64(bytes.count) * 8
    bytes.append(0x80)
    bytes += [UInt8](repeating: 0, count: (120 - bytes.count % 64) % 64)
    bytes += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
    return stride(from: 0, to: bytes.count, by: 64).map { start -> [UInt32] in
      stride(from: start, to: start + 64, by: 4).map { i -> UInt32 in
        bytes[i..<i + 4].reduce(0) { $0 << 8 | UInt32($1) }
      }
    }
  }

  private static func compress(_ block: [UInt32], into state: inout [UInt32]) {
    var w = block
    for i in 16..<64 {
      let (a, b) = (w[i - 15], w[i - 2])
      let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      w.append(w[i - 16] &+ s0 &+ w[i - 7] &+ s1)
    }
    var s = state
    for i in 0..<64 {
      let s1 = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)
      let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
      let first = s[7] &+ s1 &+ choice &+ constants[i] &+ w[i]
      let s0 = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)
      let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
      s = [first &+ s0 &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    for i in 0..<8 { state[i] &+= s[i] }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let primes = (2..<312).filter { n in !(2..<n).contains { n % $0 == 0 } }

  /// The first 32 bits of the fractions of the square roots of the first 8 primes.
  private static let initial = primes.prefix(8).map {
    UInt32(Double($0).squareRoot().fraction * 4_294_967_296)
  }

  /// The same of the cube roots of the first 64 primes, found by Newton's steps.
  private static let constants = primes.prefix(64).map { prime in
    let root = (0..<40).reduce(Double(prime)) { x, _ in x - (x * x * x - Double(prime)) / (3 * x * x) }
    return UInt32(root.fraction * 4_294_967_296)
  }
}

extension Double {
  fileprivate var fraction: Double { self - rounded(.down) }
}

extension [UInt8] {
  /// The bytes in base 64.
  var base64: String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((count + 2) / 3 * 4)
    for start in stride(from: 0, to: count, by: 3) {
      let word = (start..<start + 3).reduce(0) { $0 << 8 | ($1 < count ? Int(self[$1]) : 0) }
      for place in 0..<4 {
        text.append(place <= count - start ? digits[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
