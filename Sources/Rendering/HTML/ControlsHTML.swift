import Views

extension Controls {
  /// The table of settings with the commands, in whose place a script puts controls.
  var html: HTML {
    """
    <div id="try-controls"><div class="static">\(table.html)
    <p>In a terminal: <code>\(command)</code></p></div></div>

    """
  }

  /// What a script makes the controls of.
  var json: InertJSON {
    [
      "file": .text(file),
      "settings": InertJSON(settings) { setting in
        var members: [(String, InertJSON)] = [
          ("path", .text(setting.path)), ("value", setting.value.json), ("help", .text(setting.help)),
          ("at", [.int(setting.bytes.lowerBound), .int(setting.bytes.count)]),
          ("hue", .text(setting.hue.rawValue)),
          ("notes", .list(setting.notes.map { .text($0.plain) })), ("fixed", setting.isFixed ? true : nil),
        ]
        if let edit = setting.edit {
          members.append(
            (
              "edit",
              [
                .int(edit.stage), .int(edit.range.lowerBound), .int(edit.range.upperBound),
                .text(edit.before),
                .text(edit.after),
              ]
            ))
        }
        return .object(members + setting.input.members)
      },
      "choices": InertJSON(choices) { choice in
        [
          .text(choice.path), choice.name.map { .text($0) } ?? nil,
          [.int(choice.bytes.lowerBound), .int(choice.bytes.count)], .text(choice.beside),
          choice.names.map { InertJSON($0) { .text($0) } } ?? nil,
        ]
      },
      "metrics": InertJSON(metrics) { [.text($0.name), .int($0.place)] },
      "stages": InertJSON(stages) { [.text($0.name), .text($0.text)] },
    ]
  }
}

extension Controls.Option {
  /// Name, category, row, and the parameters as controls take them.
  var json: InertJSON {
    [
      .text(name), .int(category), .int(row),
      InertJSON(parameters) {
        .object(
          [
            ("path", .text($0.name)), ("value", $0.value.json), ("needs", $0.standard == nil ? true : nil),
            (
              "standard",
              $0.standard.flatMap { [value = $0.value] in $0 == value ? nil : .text($0.text) } ?? nil
            ),
          ] + $0.input.members)
      },
    ]
  }
}

extension Controls.Value {
  fileprivate var json: InertJSON {
    switch self {
    case .none: .null
    case .flag(let flag): .flag(flag)
    case .number(let number): .number(number)
    case .word(let word): .text(word)
    case .numbers(let numbers): InertJSON(numbers) { .number($0) }
    }
  }
}

extension Controls.Input {
  /// Members of an object; those that say nothing are left out.
  var members: [(String, InertJSON)] {
    [
      ("kind", .text(kind.rawValue)), ("min", lower.isFinite ? .number(lower) : nil),
      ("max", upper.isFinite && upper != 1_073_741_824 ? .number(upper) : nil),
      ("above", excludesLower ? true : nil), ("below", excludesUpper ? true : nil),
      ("words", words.isEmpty ? nil : .list(words.map { .text($0) })), ("none", takesNone ? true : nil),
    ]
  }
}
