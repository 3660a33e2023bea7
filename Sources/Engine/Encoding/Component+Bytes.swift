extension Category: ByteDecodable {}

extension Component: ByteDecodable {
  /// Category, row, arguments, initializers.
  public func encode(to writer: inout ByteWriter) { writer.write(category, row, arguments, initializers) }

  /// Category, row, arguments, initializers; refused unless the catalog accepts them.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self = try reader.nested { (reader) throws(MalformedBytes) in
      Component(
        try reader.read(), row: try reader.read(), arguments: try reader.read(),
        initializers: try reader.read())
    }
    guard isValid else { throw reader.malformed }
  }
}

extension Initialization: ByteDecodable {
  /// The parameter's place, the initializer.
  public func encode(to writer: inout ByteWriter) { writer.write(parameter, component) }

  /// The parameter's place, the initializer.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self.init(parameter: try reader.read(), component: try reader.read())
  }
}

extension Argument: ByteDecodable {
  /// A byte for its kind, from 0 in the order of the cases, then its value.
  public func encode(to writer: inout ByteWriter) {
    switch self {
    case .none: writer.write(0 as UInt8)
    case .flag(let value): writer.write(1 as UInt8, value)
    case .integer(let value): writer.write(2 as UInt8, value)
    case .real(let value): writer.write(3 as UInt8, value)
    case .choice(let value): writer.write(4 as UInt8, value)
    case .integers(let value): writer.write(5 as UInt8, value)
    case .reals(let value): writer.write(6 as UInt8, value)
    case .components(let value): writer.write(7 as UInt8, value)
    case .formula(let value): writer.write(8 as UInt8, value)
    case .text(let value): writer.write(9 as UInt8, value)
    }
  }

  /// A byte for its kind, then its value.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let kind: UInt8 = try reader.read()
    switch kind {
    case 0: self = .none
    case 1: self = .flag(try reader.read())
    case 2: self = .integer(try reader.read())
    case 3: self = .real(try reader.read())
    case 4: self = .choice(try reader.read())
    case 5: self = .integers(try reader.read())
    case 6: self = .reals(try reader.read())
    case 7: self = .components(try reader.read())
    case 8: self = .formula(try reader.read())
    case 9: self = .text(try reader.read())
    default: throw reader.malformed
    }
  }
}

extension Formula: ByteDecodable {
  /// The program, the text.
  public func encode(to writer: inout ByteWriter) { writer.write(program, text) }

  /// The program, which must leave one value, and the text.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let program: [Instruction] = try reader.read()
    guard let formula = Formula(program, text: try reader.read()) else { throw reader.malformed }
    self = formula
  }
}

extension Formula.Instruction: ByteDecodable {
  /// Those that are nothing but their name; a byte is a place in this list, which may only grow at its end.
  private static let plain: [Self] = [
    .epoch, .add, .subtract, .multiply, .divide, .power, .remainder, .negate, .minimum, .maximum, .abs, .sqrt,
    .exp, .log, .cos, .sin, .floor, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and,
    .or,
    .not, .select,
  ]
  private static let constant: UInt8 = 255

  /// A byte for the instruction; after a constant's its value.
  public func encode(to writer: inout ByteWriter) {
    if case .constant(let value) = self {
      writer.write(Self.constant, value)
    } else if let place = Self.plain.firstIndex(of: self) {
      writer.write(UInt8(place))
    }
  }

  /// A byte for the instruction; after a constant's its value.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let byte: UInt8 = try reader.read()
    if byte == Self.constant {
      self = .constant(try reader.read())
    } else {
      guard Int(byte) < Self.plain.count else { throw reader.malformed }
      self = Self.plain[Int(byte)]
    }
  }
}
