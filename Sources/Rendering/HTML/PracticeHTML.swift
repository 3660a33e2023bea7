import Views

extension [Card] {
  /// The cards in a list, front and back; one that repeats a question of the page only leads there.
  func html(in view: String) -> HTML {
    let items = map { card -> HTML in
      if let place = card.question {
        return """
          <li data-question="\(place.view)-question-\(place.number)">\
          <a href="#\(place.view)-answer-\(place.number)">Question \(place.number) of the quiz</a></li>

          """
      }
      return """
        <li><div class="front"><p>\(card.front.html)</p>\(card.body.html(in: view))</div>
        <div class="back">\(card.back.html(in: view))</div></li>

        """
    }
    return "<ol class=\"deck\">\n\(items)</ol>\n"
  }
}

extension Goals {
  /// A row for each target; those that a page can judge carry their condition.
  var html: HTML {
    let rows = targets.map { target -> HTML in
      let condition: HTML = target.condition.map { " data-target=\"\($0)\"" } ?? ""
      return """
        <tr\(condition)><th scope="row"><code>\(target.text)</code></th><td><code>\(target.reading)</code></td>\
        <td>\(target.isMet ? "✓ met" : "not yet")</td></tr>

        """
    }
    let titles = ["Target", "This run", "Met"].map { "<th scope=\"col\">\($0)</th>" as HTML }
    return """
      <div class="goals"><div class="scroll"><table><thead><tr>\(titles)</tr></thead>
      <tbody>\(rows)</tbody></table></div></div>

      """
  }
}

extension Script {
  /// The program; the page's script adds what copies and saves it.
  var html: HTML {
    """
    <div class="script" data-file="\(file)"><pre class="scroll" data-language="python"><code>\(text)</code></pre></div>

    """
  }
}
