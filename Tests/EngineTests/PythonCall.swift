import EngineTestSupport
/// A call as Python writes it: `nn.Conv2d(4, 6, (3, 2), groups=2)` or
/// `nn.init.kaiming_normal_(t, mode='fan_out')`.
struct PythonCall {
  /// What is called, without the modules it is in.
  let name: String
  /// What stands between the commas: keyword, or nothing, and value.
  private(set) var arguments: [(keyword: String?, value: Value)] = []

  /// What an argument is.
  indirect enum Value {
    case json(JSON)
    case call(PythonCall)
    /// A variable.
    case name(String)
  }

  struct Unreadable: Error { let text: String }

  init(_ text: String) throws {
    var reader = Reader(text: text[...])
    guard case .call(let call) = try reader.value(), reader.text.isEmpty else { throw Unreadable(text: text) }
    self = call
  }

  fileprivate init(name: Substring, arguments: [(keyword: String?, value: Value)]) {
    self.name = String(name.split(separator: ".").last ?? name)
    self.arguments = arguments
  }

  /// The calls among the arguments: the layers of `nn.Sequential`.
  var calls: [PythonCall] {
    arguments.compactMap { if case .call(let call) = $0.value { call } else { nil } }
  }

  /// The arguments by the names that `parameters` has for them; variables are left out.
  func named(_ parameters: [String]) throws -> [String: JSON] {
    var named: [String: JSON] = [:]
    var place = 0
    for (keyword, value) in arguments {
      let json: JSON
      switch value {
      case .name: continue
      case .json(let value): json = value
      case .call(let call): json = try call.gain()
      }
      if keyword == nil && place >= parameters.count { throw Unreadable(text: name) }
      named[keyword ?? parameters[place]] = json
      place += 1
    }
    return named
  }

  /// The value of `calculate_gain`.
  private func gain() throws -> JSON {
    let gains = ["linear": 1, "sigmoid": 1, "tanh": 5.0 / 3, "relu": 2.0.squareRoot(), "selu": 0.75]
    guard name == "calculate_gain", case .json(let word)? = arguments.first?.value,
      let gain = word.string.flatMap({ gains[$0] })
    else { throw Unreadable(text: name) }
    return .number(gain)
  }
}

/// Reads Python's notation from the left.
private struct Reader {
  var text: Substring

  mutating func value() throws -> PythonCall.Value {
    skip(" ")
    if text.first == "(" || text.first == "[" { return .json(.array(try list())) }
    if text.first == "'" || text.first == "\"" {
      text = text.dropFirst()
      let word = text.prefix { $0 != "'" && $0 != "\"" }
      text = text.dropFirst(word.count + 1)
      return .json(.string(String(word)))
    }
    let word = text.prefix { $0.isLetter || $0.isNumber || "_.-+".contains($0) }
    guard !word.isEmpty else { throw PythonCall.Unreadable(text: String(text)) }
    text = text.dropFirst(word.count)
    if text.first == "(" { return .call(PythonCall(name: word, arguments: try arguments())) }
    switch word {
    case "True": return .json(true)
    case "False": return .json(false)
    case "None": return .json(nil)
    default: return Double(word).map { .json(.number($0)) } ?? .name(String(word))
    }
  }

  private mutating func arguments() throws -> [(keyword: String?, value: PythonCall.Value)] {
    var arguments: [(keyword: String?, value: PythonCall.Value)] = []
    try items { reader in
      let before = reader.text
      let word = reader.text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      reader.text = reader.text.dropFirst(word.count)
      reader.skip(" ")
      if reader.text.first == "=" {
        reader.text = reader.text.dropFirst()
        arguments.append((String(word), try reader.value()))
      } else {
        reader.text = before
        arguments.append((nil, try reader.value()))
      }
    }
    return arguments
  }

  private mutating func list() throws -> [JSON] {
    var values: [JSON] = []
    try items { reader in
      guard case .json(let value) = try reader.value() else {
        throw PythonCall.Unreadable(text: String(reader.text))
      }
      values.append(value)
    }
    return values
  }

  /// What stands between brackets and commas.
  private mutating func items(_ item: (inout Reader) throws -> Void) throws {
    text = text.dropFirst()
    while true {
      skip(" ")
      guard let first = text.first else { throw PythonCall.Unreadable(text: "") }
      if first == ")" || first == "]" { break }
      try item(&self)
      skip(" ")
      if text.first == "," { text = text.dropFirst() }
    }
    text = text.dropFirst()
  }

  mutating func skip(_ character: Character) { text = text.drop { $0 == character } }
}
