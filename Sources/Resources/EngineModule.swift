import Engine

/// The engine as WebAssembly, of which a page carries only what its lesson runs.
///
/// Functions that no component of the lesson needs become empty, and bytes that only they read 0: their
/// places stay, so that nothing has to be numbered anew. What needs what was found out by `Tools/wasm-parts`,
/// and `Tools/wasm-pieces` took the module apart, which says how its bytes read.
public struct EngineModule: Sendable {
  private let parts: [Part]
  private let sets: [[Int]]
  /// From the blocks on.
  private let rest: PiecesReader

  /// A row of the catalog, and the precision where there are two variants of it.
  private struct Part {
    let name, category, precision: String
  }

  /// The module of `pieces`, a file of `Tools/wasm-pieces`, which stays where it is.
  ///
  /// The file is built with the executable; one of another form is a trap.
  public init(pieces: UnsafeBufferPointer<UInt8>) {
    var reader = PiecesReader(pieces)
    parts = reader.list { reader in
      let words = String(decoding: reader.bytes(), as: UTF8.self).split(separator: " ").map(String.init)
      let name = words.prefix(2).joined(separator: " ")
      return Part(name: name, category: words[0], precision: words.dropFirst(2).joined())
    }
    sets = reader.list { $0.list { $0.number() } }
    rest = reader
  }

  /// Whether the executable was built with an engine for its pages.
  public static var isEmbedded: Bool { Assets.names.contains("engine.wasm.pieces") }

  /// The engine that the executable carries; nil where it was built without one.
  public static let embedded = Assets.buffer("engine.wasm.pieces").map(EngineModule.init)

  /// The blocks of the module that runs `pipeline`, and whatever else has its components and `others`,
  /// besides all those of `categories`, each after its count in four bytes.
  ///
  /// What such a module lacks it answers with a trap, which JavaScript sees as an exception.
  /// `module.js` of the page puts it together.
  public func blocks(
    for pipeline: Pipeline, and others: [Component] = [],
    besides categories: [Engine.Category] = [.scheduler]
  ) -> [UInt8] {
    let used = isUsed(pipeline, others, Set(categories))
    let kept = sets.map { $0.isEmpty || $0.contains { used[$0] } }
    var reader = rest
    var result: [UInt8] = []
    for _ in 0..<reader.number() {
      let start = result.count
      result += [0, 0, 0, 0]
      for _ in 0..<reader.number() {
        let isKept = kept[reader.number()]
        let (own, other) = (reader.bytes(), reader.bytes())
        result += isKept ? own : other
      }
      let count = result.count - start - 4
      for place in 0..<4 { result[start + place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
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
      guard part.precision.isEmpty || part.precision == "\(precision)" else { return false }
      return whole.contains(part.category) || names.contains(part.name)
    }
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

/// Reads lists and numbers of seven bits a byte, the lowest first.
private struct PiecesReader: Sendable {
  private nonisolated(unsafe) let all: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ all: UnsafeBufferPointer<UInt8>) { self.all = all }

  mutating func number() -> Int {
    var (value, shift) = (0, 0)
    while true {
      let byte = all[at]
      at += 1
      value |= Int(byte & 127) << shift
      shift += 7
      if byte < 128 { return value }
    }
  }

  /// As many bytes as the number before them says.
  mutating func bytes() -> Slice<UnsafeBufferPointer<UInt8>> {
    let count = number()
    defer { at += count }
    return all[at..<at + count]
  }

  mutating func list<Item>(_ item: (inout PiecesReader) -> Item) -> [Item] {
    (0..<number()).map { _ in item(&self) }
  }
}
