import Views

/// The page that an earlier build left, for the index: its lesson has mistakes now, and the page stays.
enum EarlierPage {
  /// The cover of the page `html`, of the lesson `slug`; nil where it is none of ours.
  static func cover(_ html: String, slug: String) -> Cover? {
    guard let title = text(html, after: "<meta property=\"og:title\" content=\"", before: "\""),
      let summary = text(html, after: "<meta property=\"og:description\" content=\"", before: "\""),
      let language = text(html, after: "<html lang=\"", before: "\""),
      let list = part(html, after: "<ul class=\"badges\"", before: "</ul>")
    else { return nil }
    var badges = list.split(separator: "<li>").dropFirst().compactMap { $0.split(separator: "</li>").first }
      .map { unescaped(String($0)) }
    let minutes = badges.popLast().flatMap { Int($0.prefix { $0.isNumber }) } ?? 1
    return Cover(
      language: language, title: title, badges: badges, minutes: minutes, summary: summary, seed: 0,
      claims: [],
      slug: slug)
  }

  private static func text(_ html: String, after start: String, before end: String) -> String? {
    part(html, after: start, before: end).map { unescaped(String($0)) }
  }

  private static func part(_ html: String, after start: String, before end: String) -> Substring? {
    guard let opening = html.firstRange(of: start) else { return nil }
    let rest = html[opening.upperBound...]
    return rest.firstRange(of: end).map { rest[..<$0.lowerBound] }
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
