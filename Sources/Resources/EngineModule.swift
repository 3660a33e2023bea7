import Engine

/// The engine as WebAssembly, of which a page carries only what its lesson runs.
///
/// What needs what was found out by `Tools/wasm-parts`; `Tools/wasm-pieces` took the module apart and packed it,
/// which says how its file reads: what every page has, the core, and pieces for what lessons have besides.
public struct EngineModule: Sendable {
  private let parts: [Part]
  private let sets: [[Int]]
  /// By the precision's raw value; what is in the executable never changes.
  private nonisolated(unsafe) let editions: [Edition]

  /// A row of the catalog, and the precision where there are two variants of it.
  private struct Part {
    let name, category, precision: String
  }

  /// The core for a precision, and the pieces of further sets, packed.
  private struct Edition {
    let core: Bytes
    let others: [(set: Int, piece: Bytes)]
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
    editions = reader.list { reader in
      let core = reader.bytes()
      return Edition(core: core, others: reader.list { ($0.number(), $0.bytes()) })
    }
  }

  /// Whether the executable was built with an engine for its pages.
  public static var isEmbedded: Bool { Assets.names.contains("engine.wasm.pieces") }

  /// The engine that the executable carries; nil where it was built without one.
  public static let embedded = Assets.buffer("engine.wasm.pieces").map(EngineModule.init)

  /// The packed pieces of the module that runs `pipeline`, and whatever else has its components and `others`,
  /// and any scheduler.
  ///
  /// What such a module lacks it answers with a trap, which JavaScript sees as an exception.
  /// `unpack.js` of the page unpacks them, and `module.js` puts the module together.
  public func packed(for pipeline: Pipeline, and others: [Component] = []) -> [UInt8] {
    let used = isUsed(pipeline, others)
    let edition = editions[Int(pipeline.precision.rawValue)]
    return edition.others.reduce(into: Array(edition.core)) { packed, other in
      if sets[other.set].contains(where: { used[$0] }) { packed += other.piece }
    }
  }

  /// For each part, whether a run of `pipeline` or one of `others` needs it.
  private func isUsed(_ pipeline: Pipeline, _ others: [Component]) -> [Bool] {
    let precision = pipeline.precision
    var names = Set((pipeline.components + others).map { "\($0.category) \($0.row)" })
    names.insert("scalar \(precision.rawValue)")
    let hasFolds = pipeline.evaluate.crossValidation != nil
    if hasFolds { names.insert("folds \(precision.rawValue)") }
    return parts.map { part in
      guard part.precision.isEmpty || part.precision == "\(precision)" else { return false }
      // Folds are measured by metrics that the lesson need not name.
      return names.contains(part.name) || hasFolds && part.category == "\(Engine.Category.metric)"
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

/// Bytes of the executable.
private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

/// Reads lists and numbers of seven bits a byte, the lowest first.
private struct PiecesReader {
  private let all: UnsafeBufferPointer<UInt8>
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
  mutating func bytes() -> Bytes {
    let count = number()
    defer { at += count }
    return all[at..<at + count]
  }

  mutating func list<Item>(_ item: (inout PiecesReader) -> Item) -> [Item] {
    (0..<number()).map { _ in item(&self) }
  }
}
