import Lessons

extension Course.Entry {
  /// What a course knows of the lesson that `exhibit` shows on `page`.
  public init(_ exhibit: Exhibit, _ page: Page) {
    let (cover, front) = (page.cover, exhibit.checked.lesson.frontMatter)
    self.init(
      slug: cover.slug, language: cover.language, title: cover.title, summary: cover.summary,
      subject: front.subject, field: front.field, minutes: cover.minutes,
      requires: front.requires.map(\.slug).uniqued, sections: SearchText(page.documents).sections)
  }
}

/// The words of a page by section, for a search: compact, each paragraph once.
struct SearchText {
  /// Characters of a lesson's text that are kept as they are read.
  static let longest = 6000

  /// In reading order; a section without words is found by its heading.
  private(set) var sections: [Course.Section] = []
  private var seen: Set<String> = []
  /// The view at hand.
  private var view = Document(name: "", title: "", blocks: [])

  init(_ documents: [Document]) {
    for document in documents {
      view = document
      add("", view.name)
      add(document.blocks)
    }
    sections.removeAll { $0.title.isEmpty && $0.text.isEmpty }
    shorten()
  }

  private mutating func add(_ title: String, _ anchor: String) {
    sections.append(Course.Section(anchor: anchor, view: view.title, title: title, text: ""))
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(_, let text, let anchor): add(text.plain.singleSpaced, anchor)
      case .paragraph(let text): add(text.plain)
      case .list(_, let items): for item in items { add(item) }
      case .quote(let blocks), .disclosure(_, let blocks): add(blocks)
      case .note(let note): add(note.blocks)
      case .question(let question): add(question.prompt.plain)
      case .code(_, let text): add(text)
      case .table(let table): for cell in table.rows.flatMap(\.cells) { add(cell.plain) }
      case .stages(let stages):
        for stage in stages {
          add(stage.title, Anchor.stage(stage.number, in: view.name))
          add(stage.summary)
          add(stage.blocks)
        }
      case .steps(let steps):
        for step in steps {
          add("\(step.title): \(step.detail)")
          add(step.blocks)
        }
      default: break
      }
    }
  }

  /// Adds a paragraph to the section at hand, unless the page has said it before.
  private mutating func add(_ text: String) {
    let text = text.singleSpaced
    guard text.unicodeScalars.contains(where: \.isLetter), seen.insert(text).inserted, !sections.isEmpty
    else { return }
    let last = sections.count - 1
    let isSentence = sections[last].text.last.map { ".!?:…".contains($0) } ?? true
    sections[last].text += (sections[last].text.isEmpty ? "" : isSentence ? " " : " · ") + text
  }

  /// Keeps of what is beyond the bound the words alone, each once.
  private mutating func shorten() {
    var left = Self.longest
    var known: Set<Substring> = []
    for i in sections.indices {
      let words = sections[i].text.split(separator: " ")
      var kept = 0
      while kept < words.count, left > 0 {
        left -= words[kept].unicodeScalars.count + 1
        kept += 1
      }
      known.formUnion(words[..<kept])
      let rest = words[kept...].filter { word in known.insert(word).inserted }
      guard kept < words.count else { continue }
      sections[i].text = kept == 0 ? "" : words[..<kept].joined(separator: " ") + "…"
      sections[i].words = rest.isEmpty ? nil : rest.joined(separator: " ")
    }
  }
}

extension String {
  /// The text with one blank wherever it has blanks or ends of lines, and none before a sign that closes.
  ///
  /// A claim leaves a blank behind where its mark was.
  fileprivate var singleSpaced: String {
    unicodeScalars.split(whereSeparator: \.isBlank).reduce(into: "") { text, word in
      let isClosing = word.first.map { ".,;:!?)".unicodeScalars.contains($0) } ?? false
      if !text.isEmpty && !isClosing { text += " " }
      text += Substring(word)
    }
  }
}

extension Unicode.Scalar {
  // Most are ASCII, where Unicode's tables need not be asked.
  fileprivate var isBlank: Bool { isASCII ? value <= 0x20 : properties.isWhitespace }
  fileprivate var isLetter: Bool { isASCII ? 0x41...0x5A ~= value & ~0x20 : properties.isAlphabetic }
}

extension [String] {
  /// The texts, each once.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
