import Lessons

/// The names of places in a page that links lead to.
enum Anchor {
  /// Stage `number`'s part of `view`.
  static func stage(_ number: Int, in view: String) -> String { "\(view)-stage-\(number)" }

  /// Epoch `number`'s row in the data of `view`'s chart.
  static func epoch(_ number: Int, in view: String) -> String { "\(view)-epoch-\(number)" }

  /// `text` in lower case with hyphens for whatever is not a letter or a digit.
  static func slug(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}

extension Document {
  /// The document with a number behind every heading's anchor that came before.
  func withUniqueAnchors() -> Document {
    var document = self
    var seen: [String: Int] = [:]
    document.blocks = blocks.numberingAnchors(&seen)
    return document
  }
}

extension [Block] {
  fileprivate func numberingAnchors(_ seen: inout [String: Int]) -> [Block] {
    var numbered: [Block] = []
    for block in self {
      switch block {
      case .heading(let level, let text, let anchor):
        let count = seen[anchor, default: 0] + 1
        seen[anchor] = count
        numbered.append(
          .heading(level: level, text: text, anchor: count == 1 ? anchor : "\(anchor)-\(count)"))
      case .stages(var stages):
        for i in stages.indices { stages[i].blocks = stages[i].blocks.numberingAnchors(&seen) }
        numbered.append(.stages(stages))
      case .note(var note):
        note.blocks = note.blocks.numberingAnchors(&seen)
        numbered.append(.note(note))
      default: numbered.append(block)
      }
    }
    return numbered
  }
}
