import Views

extension Question {
  /// The question as it is asked; its answer stands at the page's end.
  func html(in view: String) -> HTML {
    """
    <fieldset class="question" id="\(view)-question-\(number)"\(key)>
    <legend><small>Question \(number) of \(count)</small> \(prompt.html)</legend>
    \(body.html(in: view))\(fields(named: "\(view)-\(number)"))
    <p class="act"><a class="see" href="#\(view)-answer-\(number)">See the answer</a></p></fieldset>

    """
  }

  /// What the script judges by.
  private var key: HTML {
    switch answer {
    case .options(_, let isMultiple): " data-kind=\"\(isMultiple ? "many" : "one")\""
    case .number(let value, let tolerance, _):
      " data-kind=\"number\" data-value=\"\("\(value)")\" data-tolerance=\"\("\(tolerance)")\""
    case .text(let spellings): " data-kind=\"text\" data-accept=\"\(spellings.joined(separator: "|"))\""
    case .ordering(_, let order):
      " data-kind=\"order\" data-order=\"\(order.map { "\($0)" }.joined(separator: " "))\""
    }
  }

  private func fields(named name: String) -> HTML {
    switch answer {
    case .options(let options, let isMultiple):
      let kind: HTML = isMultiple ? "checkbox" : "radio"
      return HTML(
        options.map { option in
          """
          <div class="opt"><label><input type="\(kind)" name="\(name)">\
          <span>\(option.text.html)</span></label></div>

          """
        })
    case .number: return Self.field(name, "Your answer, a number", mode: "decimal")
    case .text: return Self.field(name, "Your answer", mode: "text")
    case .ordering(let items, _):
      let items = items.enumerated().map { place, item -> HTML in
        "<li data-place=\"\(place)\"><span>\(item.html)</span></li>\n"
      }
      return "<p class=\"hint\">Put these in order.</p><ol class=\"order\">\(items)</ol>\n"
    }
  }

  private static func field(_ name: String, _ label: HTML, mode: HTML) -> HTML {
    """
    <p class="field"><label for="\(name)-field">\(label)</label> \
    <input id="\(name)-field" type="text" inputmode="\(mode)" autocomplete="off" spellcheck="false"></p>
    """
  }
}

extension Question {
  /// The question's answer as the page's last section lists it.
  func answerHTML(in view: String) -> HTML {
    """
    <li id="\(view)-answer-\(number)"><p class="prompt">\(prompt.html)</p>
    \(right(in: view))\("<div class=\"why\">\(explanation.html(in: view))</div>", if: !explanation.isEmpty)</li>

    """
  }

  private func right(in view: String) -> HTML {
    switch answer {
    case .options(let options, _):
      let items = options.map { option -> HTML in
        let feedback: HTML = "\(option.feedback.html(in: view))\(option.proof?.html ?? "")"
        return """
          <li\(" class=\"right\"", if: option.isRight)><p>\(option.text.html)</p>\
          \("<div class=\"feedback\">\(feedback)</div>", if: !feedback.markup.isEmpty)</li>

          """
      }
      return "<ol type=\"A\" class=\"options\">\(items)</ol>"
    case .number(_, _, let text): return "<p class=\"right\">\(text)</p>"
    case .text(let spellings): return "<p class=\"right\">\(spellings.first ?? "")</p>"
    case .ordering(let items, let order):
      let items = order.filter(items.indices.contains).map { "<li>\(items[$0].html)</li>" as HTML }
      return "<ol class=\"right\">\(items)</ol>"
    }
  }
}

extension Question.Proof {
  fileprivate var html: HTML { "<a class=\"proof\" href=\"#\(anchor)\">\(text)</a>" }
}

extension [Block] {
  /// The questions among the parts, wherever they stand, in order.
  var questions: [Question] {
    flatMap { block -> [Question] in
      switch block {
      case .question(let question): [question]
      case .quote(let blocks), .disclosure(_, let blocks): blocks.questions
      case .note(let note): note.blocks.questions
      case .list(_, let items): items.flatMap(\.questions)
      case .stages(let stages): stages.flatMap(\.blocks.questions)
      case .steps(let steps): steps.flatMap(\.blocks.questions)
      default: []
      }
    }
  }
}
