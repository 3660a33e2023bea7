import Engine

/// An array out of a file: its first axis counts the samples.
struct NumericArray: Equatable {
  /// The size of each axis.
  var shape: [Int]
  /// The elements, the last axis running fastest.
  var values: [Double]

  /// What stands in the file: how numbers are spelt, in which order, and how many.
  struct Layout {
    var element: Element
    var shape: [Int]
    /// Whether the first axis runs fastest, as in Fortran.
    var isFortran = false
  }

  /// How one number is spelt.
  struct Element {
    var kind: Kind
    /// Bytes.
    var size: Int
    var isBigEndian: Bool

    enum Kind { case real, signed, unsigned, truth }
  }

  /// Reads what `layout` describes from `bytes`: of the first axis no more than `limit`.
  init(_ bytes: ArraySlice<UInt8>, _ layout: Layout, limit: Int) throws(DataFault) {
    guard let rows = layout.shape.first else { throw DataFault("holds a single number, not an array") }
    var count = 1
    for size in layout.shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      guard !overflows, Double(product) <= Bounds.data else {
        throw DataFault(
          "holds an array of \(Self.text(layout.shape)), and a lesson may read \(Int(Bounds.data)) numbers")
      }
      count = product
    }
    guard count > 0 else { throw DataFault("holds an empty array: its shape is \(Self.text(layout.shape))") }
    guard bytes.count >= count * layout.element.size else {
      throw DataFault(
        "has \(bytes.count) bytes of numbers, and its shape \(Self.text(layout.shape)) asks for "
          + "\(count * layout.element.size)")
    }
    shape = [min(rows, limit)] + layout.shape.dropFirst()
    let order = layout.isFortran ? Self.fortranOrder(layout.shape) : { $0 }
    values = layout.element.read(bytes, 0..<count / rows * shape[0], order)
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      throw DataFault("has a number that is not finite, in row \(place / width) from 0")
    }
  }

  /// Values per sample.
  var width: Int { shape.dropFirst().reduce(1, *) }

  /// Where the element that is nth in C's order stands in Fortran's.
  private static func fortranOrder(_ shape: [Int]) -> (Int) -> Int {
    let strides = shape.indices.map { shape[..<$0].reduce(1, *) }
    return { place in
      var (rest, offset) = (place, 0)
      for axis in shape.indices.reversed() {
        offset += rest % shape[axis] * strides[axis]
        rest /= shape[axis]
      }
      return offset
    }
  }

  /// The sizes with × between them.
  private static func text(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: " × ") }
}

extension NumericArray.Element {
  /// The numbers of `places`, each where `order` says that it stands in `bytes`.
  fileprivate func read(
    _ bytes: ArraySlice<UInt8>, _ places: Range<Int>, _ order: (Int) -> Int
  ) -> [Double] {
    switch (kind, size) {
    case (.real, 4): read(bytes, places, order) { Double(Float(bitPattern: $0)) }
    case (.real, _): read(bytes, places, order) { Double(bitPattern: $0) }
    case (.truth, _): read(bytes, places, order) { (byte: UInt8) in byte == 0 ? 0 : 1 }
    case (.signed, 1): read(bytes, places, order) { Double(Int8(bitPattern: $0)) }
    case (.signed, 2): read(bytes, places, order) { Double(Int16(bitPattern: $0)) }
    case (.signed, 4): read(bytes, places, order) { Double(Int32(bitPattern: $0)) }
    case (.signed, _): read(bytes, places, order) { Double(Int64(bitPattern: $0)) }
    case (.unsigned, 1): read(bytes, places, order) { (word: UInt8) in Double(word) }
    case (.unsigned, 2): read(bytes, places, order) { (word: UInt16) in Double(word) }
    case (.unsigned, 4): read(bytes, places, order) { (word: UInt32) in Double(word) }
    case (.unsigned, _): read(bytes, places, order) { (word: UInt64) in Double(word) }
    }
  }

  private func read<Word: FixedWidthInteger & UnsignedInteger>(
    _ bytes: ArraySlice<UInt8>, _ places: Range<Int>, _ order: (Int) -> Int, _ value: (Word) -> Double
  ) -> [Double] {
    bytes.withUnsafeBytes { bytes in
      places.map { place in
        let word = bytes.loadUnaligned(fromByteOffset: order(place) * MemoryLayout<Word>.size, as: Word.self)
        return value(isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word))
      }
    }
  }

  /// Whether there is a way to read it.
  var isKnown: Bool {
    switch kind {
    case .real: size == 4 || size == 8
    case .truth: size == 1
    case .signed, .unsigned: [1, 2, 4, 8].contains(size)
    }
  }
}
