import Engine

/// The engine as WebAssembly, of which a page carries only what its lesson runs.
///
/// Functions that no component of the lesson needs become empty, and bytes that only they read 0: their places stay, so
/// that nothing has to be numbered anew, and deflating makes next to nothing of them. What needs what was found out by
/// `Tools/wasm-parts`, which says how its text reads.
public struct EngineModule: Sendable {
  private let module: [UInt8]
  private let parts: [[Substring]]
  private let sets: [[Int]]
  private let functions: [Int]
  private let memory: [[Int]]

  /// The whole module, and the text that says what needs what; nil if that is not of its form.
  public init?(module: [UInt8], parts text: String) {
    // By bytes: there are many lines, and every page waits for them.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    let blocks = lines.split(omittingEmptySubsequences: false) { $0.elementsEqual("---".utf8) }
    guard blocks.count == 4 else { return nil }
    func words(_ line: Substring.UTF8View) -> [Substring.UTF8View] {
      line.split(separator: UInt8(ascii: " "))
    }
    func number(_ word: Substring.UTF8View) -> Int { word.reduce(0) { $0 * 10 + Int($1) - 48 } }
    self.module = module
    parts = blocks[0].map { words($0).map { Substring($0) } }
    // The first is not of numbers, and is asked for by its place alone.
    sets = [[]] + blocks[1].dropFirst().map { words($0).map(number) }
    functions = blocks[2].map(number)
    memory = blocks[3].map { words($0).map(number) }
    let known = functions + memory.compactMap { $0.last }
    guard memory.allSatisfy({ $0.count == 3 }), known.allSatisfy({ sets.indices.contains($0) }) else {
      return nil
    }
  }

  /// Whether the executable was built with an engine for its pages.
  public static var isEmbedded: Bool { Assets.names.contains("engine.wasm") }

  /// The engine that the executable carries; nil where it was built without one.
  public static let embedded = Assets.bytes("engine.wasm").flatMap { module in
    Assets.text("engine.wasm.parts").flatMap { EngineModule(module: module, parts: $0) }
  }

  /// The module that runs `pipeline`, and whatever else has its components and `others`, besides all those of `categories`.
  ///
  /// What such a module lacks it answers with a trap, which JavaScript sees as an exception.
  public func bytes(
    for pipeline: Pipeline, and others: [Component] = [],
    besides categories: [Engine.Category] = [.scheduler]
  ) -> [UInt8] {
    let used = isUsed(pipeline, others, Set(categories))
    let kept = sets.enumerated().map { number, set in number == 0 || set.contains { used[$0] } }
    var result = Array(module.prefix(8))
    var reader = Binary(module.dropFirst(8))
    while !reader.isAtEnd {
      let kind = reader.byte()
      var section = Binary(reader.take(reader.number()))
      let content =
        switch kind {
        case 3: types(&section, kept)
        case 9: table(&section, kept)
        case 10: code(&section, kept)
        case 11: data(&section, kept)
        default: Array(section.all)
        }
      result.append(kind)
      result += Binary.bytes(of: content.count)
      result += content
    }
    return result
  }

  /// For each part, whether a run of `pipeline`, one of `others` or any component of `categories` needs it.
  private func isUsed(
    _ pipeline: Pipeline, _ others: [Component], _ categories: Set<Engine.Category>
  ) -> [Bool] {
    let precision = pipeline.precision
    var names = Set((pipeline.components + others).map { "\($0.category) \($0.row)" })
    names.insert("scalar \(precision.rawValue)")
    var whole = Set(categories.map { "\($0)" })
    if pipeline.evaluate.crossValidation != nil {
      names.insert("folds \(precision.rawValue)")
      // Folds are measured by metrics that the lesson need not name.
      whole.insert("\(Engine.Category.metric)")
    }
    return parts.map { part in
      guard part.count < 3 || part[2] == "\(precision)" else { return false }
      return whole.contains(String(part[0])) || names.contains(part.prefix(2).joined(separator: " "))
    }
  }

  private func isKept(_ function: Int, _ kept: [Bool]) -> Bool {
    !functions.indices.contains(function) || kept[functions[function]]
  }

  /// Every function's type: of those that nothing calls, the first there is.
  private func types(_ section: inout Binary, _ kept: [Bool]) -> [UInt8] {
    let count = section.number()
    return (0..<count).reduce(into: Binary.bytes(of: count)) { result, function in
      let type = section.number()
      result += Binary.bytes(of: isKept(function, kept) ? type : 0)
    }
  }

  /// The table of functions: the first there is in the place of those that nothing calls.
  private func table(_ section: inout Binary, _ kept: [Bool]) -> [UInt8] {
    let whole = section.all
    // One run of functions of table 0, from an i32.const on.
    guard section.number() == 1, section.byte() == 0, section.byte() == 0x41 else { return Array(whole) }
    _ = section.number(signed: true)
    _ = section.byte()
    var result = Array(whole[..<section.at])
    let count = section.number()
    result += Binary.bytes(of: count)
    for _ in 0..<count {
      let function = section.number()
      result += Binary.bytes(of: isKept(function, kept) ? function : 0)
    }
    return result
  }

  private func code(_ section: inout Binary, _ kept: [Bool]) -> [UInt8] {
    let count = section.number()
    return (0..<count).reduce(into: Binary.bytes(of: count)) { result, function in
      let body = section.take(section.number())
      guard isKept(function, kept) else {
        // No locals, `unreachable`, end.
        result += [3, 0, 0x00, 0x0b]
        return
      }
      result += Binary.bytes(of: body.count)
      result += body
    }
  }

  private func data(_ section: inout Binary, _ kept: [Bool]) -> [UInt8] {
    var result = Array(section.all)
    let begin = section.at
    let empty = memory.filter { !kept[$0[2]] }
    for _ in 0..<section.number() {
      // A segment of memory 0, at an i32.const.
      guard section.byte() == 0, section.byte() == 0x41 else { return result }
      let address = section.number(signed: true)
      _ = section.byte()
      let count = section.number()
      for range in empty {
        let start = max(range[0] - address, 0)
        for i in start..<max(min(range[0] + range[1] - address, count), start) {
          result[section.at - begin + i] = 0
        }
      }
      _ = section.take(count)
    }
    return result
  }
}

extension Pipeline {
  /// Every component that it names, those within others too.
  var components: [Component] {
    let own =
      [load.dataset] + preprocess + train.model + [train.loss, train.optimizer]
      + train.groups.map { $0.optimizer } + [schedule.scheduler, evaluate.crossValidation].compactMap { $0 }
      + evaluate.metrics
    return own.flatMap { $0.all }
  }
}

extension Component {
  /// It and the components within it.
  fileprivate var all: [Component] {
    let inner = arguments.flatMap { argument in
      if case .components(let components) = argument { components } else { [Component]() }
    }
    return [self] + (inner + initializers.map { $0.component }).flatMap { $0.all }
  }
}

/// Reads the numbers of the binary format of WebAssembly: seven bits a byte, the lowest first.
private struct Binary {
  let all: ArraySlice<UInt8>
  private(set) var at: Int

  init(_ bytes: ArraySlice<UInt8>) { (all, at) = (bytes, bytes.startIndex) }

  var isAtEnd: Bool { at >= all.endIndex }

  mutating func byte() -> UInt8 {
    defer { at += 1 }
    return all[at]
  }

  mutating func number(signed: Bool = false) -> Int {
    var (value, shift) = (0, 0)
    while true {
      let byte = byte()
      value |= Int(byte & 127) << shift
      shift += 7
      if byte < 128 { return signed && byte & 64 != 0 ? value - 1 << shift : value }
    }
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { at += count }
    return all[at..<at + count]
  }

  static func bytes(of number: Int) -> [UInt8] {
    number < 128 ? [UInt8(number)] : [UInt8(number & 127) | 128] + bytes(of: number >> 7)
  }
}
