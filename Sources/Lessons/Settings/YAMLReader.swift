import Yams

/// Reads YAML out of a source, every value with its place there.
struct YAMLReader {
  private let source: Source
  private let lines: SourceRange
  private let firstLine: Int

  /// Reads the whole lines `lines` of `source`; nil when they are empty or no YAML.
  static func read(_ lines: SourceRange, of source: Source, _ diagnostics: inout Diagnostics) -> Setting? {
    guard YAMLGuard.accepts(lines, of: source, &diagnostics) else { return nil }
    let reader = YAMLReader(source: source, lines: lines, firstLine: source.line(at: lines.lower))
    do {
      return try Yams.compose(yaml: source.text(lines), .basic).map { reader.setting($0) }
    } catch let error as YamlError {
      reader.report(error, &diagnostics)
    } catch {
      diagnostics.report(.invalidYAML, "the settings cannot be read", at: lines)
    }
    return nil
  }

  private func offset(_ mark: Mark) -> Int {
    min(source.offset(line: firstLine + mark.line - 1, scalar: mark.column), lines.upper)
  }

  private func setting(_ node: Node) -> Setting {
    let start = node.mark.map(offset) ?? lines.lower
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return Setting(
        content: .scalar(scalar.string, isPlain: isPlain), range: extent(scalar, from: start))
    case .sequence(let sequence):
      let items = sequence.map(setting)
      return Setting(
        content: .list(items), range: enclosing(start, items.last?.range))
    case .mapping(let mapping):
      let pairs = mapping.map { key, value in
        let key = setting(key)
        return Setting.Pair(key: key.text ?? "", keyRange: key.range, value: setting(value))
      }
      return Setting(
        content: .mapping(pairs),
        range: enclosing(start, pairs.last?.value.range))
    case .alias: return Setting(content: .scalar("", isPlain: true), range: SourceRange(start, start))
    }
  }

  /// Where a scalar stands: its own letters, or from quote to quote.
  private func extent(_ scalar: Node.Scalar, from start: Int) -> SourceRange {
    let line = source.lineRange(source.line(at: start))
    let letters = Array(scalar.string.utf8)
    if source.bytes[start..<lines.upper].starts(with: letters) {
      return SourceRange(start, start + letters.count)
    }
    var end = start + 1
    if let quote = source.bytes[start..<line.upper].first, quote == 0x22 || quote == 0x27 {
      while end < line.upper && source.bytes[end] != quote { end += source.bytes[end] == 0x5C ? 2 : 1 }
      return SourceRange(start, min(end + 1, line.upper))
    }
    return source.trimming(SourceRange(start, line.upper))
  }

  /// From `start` to the end of the last part, with the bracket that closes a flow collection.
  private func enclosing(_ start: Int, _ last: SourceRange?) -> SourceRange {
    var end = max(start, last?.upper ?? start)
    // The style that Yams tells is that of the event that ends a collection: look at the bracket itself.
    guard let first = source.bytes[start..<lines.upper].first, first == 0x5B || first == 0x7B else {
      return SourceRange(start, max(end, min(start + 1, lines.upper)))
    }
    if last == nil { end += 1 }
    while end < lines.upper, source.bytes[end] != 0x7D, source.bytes[end] != 0x5D { end += 1 }
    return SourceRange(start, min(end + 1, lines.upper))
  }

  private func report(_ error: YamlError, _ diagnostics: inout Diagnostics) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let start = offset(mark)
      let line = source.lineRange(source.line(at: start))
      var helps: [String] = []
      if source.text(line).prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
        helps = ["indent with spaces; YAML takes no tabs"]
      } else if problem.hasPrefix("mapping values") || problem.hasPrefix("could not find expected ':'") {
        helps = ["a name with other settings beside it is written Name: {}"]
      }
      diagnostics.report(
        .invalidYAML, "the settings are not YAML: \(problem)",
        at: SourceRange(start, min(start + 1, line.upper)),
        notes: context.map { ["\($0.text) from line \(source.line(at: offset($0.mark)))"] } ?? [],
        helps: helps)
    case .duplicatedKeysInMapping(let keys, let context):
      let first = offset(context.mark)
      let key = keys.first ?? ""
      let second = repetition(of: key, after: first)
      diagnostics.report(
        .duplicateKey, "\(key) stands twice", at: second,
        notes: ["it stands first on line \(source.line(at: first))"], helps: ["keep one of the two"])
    default: diagnostics.report(.invalidYAML, "the settings cannot be read", at: lines)
    }
  }

  /// Where `key` stands again.
  private func repetition(of key: String, after first: Int) -> SourceRange {
    let letters = Array(key.utf8)
    var place = first + max(1, letters.count)
    let isLetter = { (byte: UInt8) in byte >= 48 && byte <= 57 || byte >= 65 && byte <= 122 }
    while place + letters.count < lines.upper {
      if source.bytes[place...].starts(with: letters), !isLetter(source.bytes[place - 1]),
        source.bytes[(place + letters.count)...].first == UInt8(ascii: ":")
      {
        return SourceRange(place, place + letters.count)
      }
      place += 1
    }
    return SourceRange(first, first + letters.count)
  }
}
