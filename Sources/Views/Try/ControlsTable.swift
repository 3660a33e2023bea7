extension Controls {
  /// The settings as a table, with how a terminal changes them.
  public var table: Table {
    Table(
      columns: ["Setting", isOfLesson ? "In the lesson" : "In this run", "It takes", "What it is"].map {
        .init([.text($0)])
      },
      rows: settings.map { setting in
        let help = [Inline.text(setting.help.prefix(1).uppercased() + setting.help.dropFirst() + ".")]
        return .init([
          [.code(setting.path)], [.text(setting.value.text)], [.text(setting.takes)],
          setting.notes.reduce(help) { $0 + [.text(" ")] + $1 },
        ])
      })
  }

  /// A command that changes a setting.
  public var command: String {
    let first = settings.first.map { "\($0.path)=\($0.value.text)" } ?? "epochs=10"
    return "glassbox show \(Self.quoted(file)) --view try --set \(Self.quoted(first))"
  }

  /// `text` as a shell takes it for one word.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_./=,+-".contains($0)) }
    return isPlain ? text : "'\(text)'"
  }
}

extension Controls.Value {
  /// As a lesson writes it.
  public var text: String {
    switch self {
    case .none: "None"
    case .flag(let value): value ? "true" : "false"
    case .number(let value): Self.text(value)
    case .word(let word): word
    case .numbers(let values):
      values.count == 1 ? Self.text(values[0]) : "[\(values.map(Self.text).joined(separator: ", "))]"
    }
  }

  /// The shortest text that reads back as `value`, whole numbers without a point.
  private static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
