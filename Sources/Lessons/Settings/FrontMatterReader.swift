import Engine

/// Reads what stands between the `---` lines at the top.
enum FrontMatterReader {
  static let known = [
    "title", "subject", "field", "minutes", "seed", "summary", "dtype", "lang", "sections", "requires",
  ]

  /// The front matter and the number of lines that it takes, its fences among them; 0 without one.
  static func read(_ diagnostics: inout Diagnostics) -> (frontMatter: FrontMatter, lines: Int) {
    let source = diagnostics.source
    let isFence = { (line: Int) in source.text(source.lineRange(line)).trimmingSpaces == "---" }
    guard isFence(1) else {
      diagnostics.report(
        .noFrontMatter, "the lesson has no front matter", at: source.lineRange(1),
        helps: ["begin the file with a line ---, then title: …, then another line ---"])
      return (FrontMatter(), 0)
    }
    let last = (2...max(2, source.lineCount)).first { $0 <= source.lineCount && isFence($0) }
    guard let last else {
      diagnostics.report(
        .noFrontMatter, "the front matter is not closed", at: source.lineRange(1),
        helps: ["end it with another line ---"])
      return (FrontMatter(), 1)
    }
    guard last > 2 else {
      diagnostics.report(.missingKey, "the lesson needs a title", at: source.lineRange(1))
      return (FrontMatter(), last)
    }
    let lines = SourceRange(source.lineRange(2).lower, source.lineRange(last).lower)
    let found = diagnostics.found.count
    let setting = YAMLReader.read(lines, of: source, &diagnostics)
    switch setting?.content {
    case .mapping(let pairs):
      var fields = Fields(pairs, range: source.lineRange(1))
      return (read(&fields, &diagnostics), last)
    case nil where diagnostics.found.count > found: break
    default: diagnostics.report(.missingKey, "the lesson needs a title", at: source.lineRange(1))
    }
    return (FrontMatter(), last)
  }

  private static func read(_ fields: inout Fields, _ diagnostics: inout Diagnostics) -> FrontMatter {
    var matter = FrontMatter()
    if let title = fields.take("title") {
      matter.title = diagnostics.text(title) ?? ""
    } else {
      diagnostics.report(
        .missingKey, "the lesson needs a title", at: fields.range, helps: ["add a line title: …"])
    }
    matter.subject = diagnostics.text(fields.take("subject"))
    matter.field = diagnostics.text(fields.take("field"))
    matter.minutes = diagnostics.integer(fields.take("minutes"), in: 1...1000)
    matter.seed = UInt64(diagnostics.integer(fields.take("seed"), in: 0...Int(UInt32.max)) ?? 0)
    matter.summary = diagnostics.text(fields.take("summary"))
    let dtype = diagnostics.value(fields.take("dtype"), "float32 or float64") { setting in
      setting.text.flatMap { ["float32", "float64"].firstIndex(of: $0) }
    }
    matter.precision = dtype == 1 ? .float64 : .float32
    matter.language =
      diagnostics.value(fields.take("lang"), "a language tag such as en or pt-BR", language) ?? "en"
    matter.headings = headings(fields.take("sections"), &diagnostics)
    matter.requires = requires(fields.take("requires"), &diagnostics)
    diagnostics.refuse(fields.rest, known: known, in: "the front matter")
    return matter
  }

  private static func language(_ setting: Setting) -> String? {
    guard let text = setting.text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { place, part in
      (place == 0 ? 2...8 : 1...8).contains(part.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || place > 0 && $0.isNumber) }
    }
    return isTag ? text : nil
  }

  /// The lesson's names for reserved headings, under their English ones.
  private static func headings(
    _ pair: Setting.Pair?, _ diagnostics: inout Diagnostics
  ) -> [Section.Kind: String] {
    guard let pair else { return [:] }
    guard case .mapping(let pairs) = pair.value.content else {
      diagnostics.report(
        .invalidValue, "sections must be a mapping such as { Quiz: Fragen }, found \(pair.value.description)",
        at: pair.value.range)
      return [:]
    }
    var names: [Section.Kind: String] = [:]
    for pair in pairs {
      guard let kind = Section.Kind.reserved.first(where: { $0.heading == pair.key }) else {
        diagnostics.refuse([pair], known: Section.Kind.reserved.compactMap(\.heading), in: "sections")
        continue
      }
      names[kind] = diagnostics.text(pair)
    }
    return names
  }

  private static func requires(_ pair: Setting.Pair?, _ diagnostics: inout Diagnostics) -> [Requirement] {
    guard let pair, !pair.value.isNone else { return [] }
    var items = [pair.value]
    if case .list(let list) = pair.value.content { items = list }
    return items.compactMap { item in
      if let name = item.text, name.hasSuffix(".md"), RelativePath.isInside(name) {
        return Requirement(file: name, range: item.range)
      }
      diagnostics.report(
        .invalidValue, "requires takes file names of lessons, such as basics.md, found \(item.description)",
        at: item.range)
      return nil
    }
  }
}
