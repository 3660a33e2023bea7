/// Divides a lesson's blocks into sections and finds the five stages among them.
struct SectionReader {
  var diagnostics: Diagnostics
  let frontMatter: FrontMatter
  private(set) var introduction: [Block] = []
  private(set) var sections: [Section] = []
  /// In the order of the file.
  private(set) var stages: [Stage] = []

  private var source: Source { diagnostics.source }

  init(_ blocks: [Block], _ frontMatter: FrontMatter, _ diagnostics: Diagnostics) {
    self.diagnostics = diagnostics
    self.frontMatter = frontMatter
    let (before, parts) = blocks.divided(byHeadings: 2)
    introduction = checked(before, isIntroduction: true)
    for part in parts { add(part) }
    checkStages()
  }

  private mutating func add(_ part: Part) {
    let found = part.blocks.enumerated().compactMap { index, block in
      stage(block, title: part.title, heading: part.range).map { (index, $0) }
    }
    if let (index, first) = found.first {
      for (_, other) in found.dropFirst() {
        diagnostics.report(
          .misplacedHeading, "a section holds one stage, and \(other.kind.rawValue) is its second",
          at: source.lineRange(source.line(at: other.settings.lower) - 1),
          helps: ["open a section for it with a line ## and a title"])
      }
      var stage = first
      var prose = part.blocks
      prose.remove(at: index)
      stage.prose = checked(prose)
      stages += [stage] + found.dropFirst().map(\.1)
      sections.append(
        Section(kind: .stage(stage.kind), title: part.title, blocks: stage.prose, heading: part.range))
    } else {
      let kind = kind(of: part)
      if kind != .prose, let first = sections.first(where: { $0.kind == kind }) {
        diagnostics.report(
          .duplicateSection, "the section \(part.title.plainText) stands twice", at: part.range,
          notes: ["it stands first on line \(source.line(at: first.heading.lower))"])
      }
      sections.append(
        Section(kind: kind, title: part.title, blocks: checked(part.blocks), heading: part.range))
    }
  }

  /// What the heading of `part` is reserved for.
  private mutating func kind(of part: Part) -> Section.Kind {
    let title = part.title.plainText
    let names = Section.Kind.reserved.map { (kind: $0, name: frontMatter.headings[$0] ?? $0.heading ?? "") }
    if let found = names.first(where: { $0.name.lowercased() == title.lowercased() }) { return found.kind }
    if title.count >= 4, let near = Suggestion.nearest(to: title, among: names.map(\.name)), near.count >= 4,
      Suggestion.distance(Array(near.lowercased()), Array(title.lowercased())) == 1
    {
      diagnostics.report(
        .misspeltSection, "\(title) is one letter away from the reserved heading \(near)", at: part.range,
        helps: ["write ## \(near), or give the section another name"])
    }
    return .prose
  }

  /// The stage that `block` sets; nil for any other block.
  private mutating func stage(_ block: Block, title: [Inline], heading: SourceRange) -> Stage? {
    guard case .code(let language, _) = block.content else { return nil }
    let words = language.split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.first, ["yaml", "yml"].contains(first.lowercased()) else {
      return nil
    }
    let fence = source.lineRange(source.line(at: block.range.lower))
    guard words.count == 2, first == "yaml", let kind = Stage.Kind(rawValue: words[1]) else {
      diagnostics.report(
        .unknownStage, "there is no stage \(words.dropFirst().joined(separator: " "))", at: fence,
        helps: first == "yaml" && words.count == 2
          ? Suggestion.help(for: words[1], among: Stage.Kind.allCases.map(\.rawValue))
          : ["write yaml and the stage's name"])
      return nil
    }
    let lines = source.settings(of: block)
    return Stage(
      kind: kind, title: title, prose: [], yaml: source.text(lines), settings: lines, heading: heading)
  }

  /// `blocks` after a look for what does not belong: further titles, and settings inside of lists and quotes.
  private mutating func checked(_ blocks: [Block], isIntroduction: Bool = false) -> [Block] {
    blocks.filter { block in
      switch block.content {
      case .heading(level: 1, let title):
        if isIntroduction && title.plainText == frontMatter.title { return false }
        diagnostics.report(
          .misplacedHeading, "a lesson has one title, and it stands in its front matter", at: block.range,
          helps: ["open sections with ##"])
      case .code where isIntroduction:
        if let stage = stage(block, title: [], heading: block.range) {
          stages.append(stage)
          diagnostics.report(
            .misplacedHeading, "the stage \(stage.kind.rawValue) has no section",
            at: source.lineRange(source.line(at: block.range.lower)),
            helps: ["put a line ## and a title before its description"])
          return false
        }
      case .list(let list): checkNested(list.items.flatMap(\.blocks))
      case .quote(let inner): checkNested(inner)
      default: break
      }
      return true
    }
  }

  private mutating func checkNested(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .list(let list): checkNested(list.items.flatMap(\.blocks))
      case .quote(let inner): checkNested(inner)
      case .code:
        if stage(block, title: [], heading: block.range) != nil {
          diagnostics.report(
            .misplacedHeading, "a stage's settings stand on their own, not in a list or quote",
            at: block.range)
        }
      default: break
      }
    }
  }
}

extension Source {
  /// The lines between a block's fences.
  func settings(of block: Block) -> SourceRange {
    let first = line(at: block.range.lower) + 1
    var last = line(at: max(block.range.lower, block.range.upper - 1)) - 1
    if let other = reopening(of: "```", from: first - 1, through: last + 1) { last = other - 1 }
    guard first <= last else { return SourceRange(lineRange(first).lower, lineRange(first).lower) }
    return lines(first, last)
  }
}
