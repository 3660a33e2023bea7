/// What a script imports, in the order that isort gives it.
struct Imports {
  private var modules: Set<String> = []
  private var names: [String: Set<String>] = [:]

  /// `import module`, or as `import module as alias`.
  mutating func add(_ module: String) { modules.insert(module) }

  /// `from module import name`.
  mutating func add(_ name: String, from module: String) { names[module, default: []].insert(name) }

  /// The lines: the standard library's first, then whole modules, then names of modules.
  var text: String {
    let whole = modules.subtracting(Self.standard).sorted().map { "import \($0)" }
    let parts = names.sorted { $0.key < $1.key }.map {
      "from \($0.key) import \($0.value.sorted().joined(separator: ", "))"
    }
    let own = modules.intersection(Self.standard).sorted().map { "import \($0)" }
    return (own + (own.isEmpty ? [] : [""]) + whole + parts).joined(separator: "\n")
  }

  private static let standard: Set<String> = ["math", "re"]
}
