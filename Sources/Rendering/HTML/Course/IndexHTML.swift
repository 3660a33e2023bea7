import Foundation
import Mustache
public import Views

extension Course {
  /// The index of the course, titled `title`, as one HTML file that asks nothing of any network.
  public func html(title: String, _ assets: PageAssets) -> String {
    let cards = lessons.map { CardContent($0, requires: neighbours(of: $0.slug).required) }
    return assets.index.template.render(
      IndexContent(
        title: title.printable, policy: assets.index.policy, style: assets.index.style,
        script: assets.index.script.text, cards: cards, isEmpty: cards.isEmpty,
        filters: [filter("Subject", \.subject), filter("Field", \.field)].filter { $0.choices.count > 1 },
        graph: graph.map { CourseGraphHTML(course: self, graph: $0).html.markup } ?? "", data: data))
  }

  private func filter(_ title: String, _ key: (Entry) -> String?) -> FilterContent {
    FilterContent(
      key: title.lowercased(), title: title, choices: Set(lessons.compactMap { key($0)?.printable }).sorted())
  }

  /// What the index's script searches, and what a later build reads of it; no `<` in it could end the script.
  private var data: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = (try? encoder.encode(lessons)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    return json.replacing("<", with: "\\u003c")
  }

  private static let (start, end) = ("<script type=\"application/json\" id=\"course\">", "</script>")

  /// The lessons of the index `html` that an earlier build wrote; none where it is no index.
  public static func lessons(ofIndex html: String) -> [Entry] {
    guard let opening = html.firstRange(of: start) else { return [] }
    let rest = html[opening.upperBound...]
    guard let closing = rest.firstRange(of: end) else { return [] }
    return (try? JSONDecoder().decode([Entry].self, from: Data(rest[..<closing.lowerBound].utf8))) ?? []
  }
}

// What the template names; Mustache reads the properties by their names.

private struct IndexContent {
  let title, policy, style, script: String
  let cards: [CardContent]
  let isEmpty: Bool
  let filters: [FilterContent]
  let graph, data: String
}

private struct CardContent {
  let language, title, summary, slug, link: String
  let badges: [String]
  let required: [LinkContent]
  let isRequiring: Bool

  init(_ lesson: Course.Entry, requires required: [Course.Entry]) {
    (language, title) = (lesson.language.printable, lesson.title.printable)
    (summary, slug, link) = (lesson.summary.printable, lesson.slug.printable, lesson.slug.pageAddress)
    badges = [lesson.subject, lesson.field].compactMap { $0?.printable } + ["\(lesson.minutes) min"]
    isRequiring = !required.isEmpty
    self.required = required.enumerated().map { place, lesson in
      LinkContent(comma: place > 0 ? ", " : "", title: lesson.title.printable, link: lesson.slug.pageAddress)
    }
  }
}

private struct LinkContent { let comma, title, link: String }

private struct FilterContent {
  let key, title: String
  let choices: [String]
}
