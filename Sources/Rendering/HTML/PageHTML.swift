import Mustache
public import Views

/// What the two kinds of page carry beside their content: style, behaviour, and the skeleton.
public struct PageAssets: Sendable {
  let lesson: Kind
  let index: Kind
  /// What a lesson's page does, packed; its script unpacks it.
  let behaviour: PackedScript
  /// The engine; nil without one.
  let engine: EngineAssets?

  /// A kind of page: its style, its script, the policy that allows its own scripts alone, and its skeleton.
  struct Kind: Sendable {
    let style: String
    let script: PlainScript
    let policy: String
    let template: MustacheTemplate

    init(_ parts: (style: String, script: PlainScript, template: String), allows: String = "") throws {
      style = parts.style
      script = parts.script
      template = try MustacheTemplate(string: parts.template)
      policy = """
        default-src 'none'; style-src 'unsafe-inline'; \
        script-src 'sha256-\(script.hash)'\(allows); \
        img-src data:; base-uri 'none'; form-action 'none'
        """
    }
  }

  /// The CSS, JavaScript and Mustache template of a lesson's page, those of the index, and the engine.
  ///
  /// The lesson's script unpacks `behaviour`. Throws where a template cannot be parsed.
  public init(
    lesson: (style: String, script: PlainScript, template: String), behaviour: PackedScript,
    index: (style: String, script: PlainScript, template: String), engine: EngineAssets? = nil
  ) throws {
    self.behaviour = behaviour
    self.engine = engine
    let running = engine.map { " 'sha256-\($0.script.hash)' 'wasm-unsafe-eval'; worker-src blob:" }
    self.lesson = try Kind(lesson, allows: " 'sha256-\(behaviour.hash)'\(running ?? "")")
    self.index = try Kind(index)
  }
}

extension Page {
  /// The page as one HTML file that asks nothing of any network,
  /// with links to its `neighbours` in the course.
  public func html(_ assets: PageAssets, neighbours: Course.Neighbours = .init()) -> String {
    let first = documents.firstIndex { $0.name == "visual" } ?? 0
    // The engine comes first, for it takes longest.
    let made = ([nil] + documents).parallelMap { (document: Document?) in
      document.map { $0.blocks.html(in: $0.name) } ?? rerun?.html(engine: assets.engine, controls: controls)
        ?? ""
    }
    let figures = SharedFigures(made.dropFirst().map { $0.markup }, home: first)
    let views = figures.views.parallelMap { HTML(compacted: $0).compact.markup }
    return assets.lesson.template.render(
      PageContent(
        language: cover.language.printable, slug: cover.slug.printable, title: cover.title.printable,
        badges: cover.allBadges, summary: cover.summary.printable, policy: assets.lesson.policy,
        style: assets.lesson.style, script: assets.lesson.script.text,
        behaviour: assets.behaviour.packed.markup, proof: cover.proof.compact.markup,
        above: neighbours.above.compact.markup, readFirst: neighbours.readFirst.compact.markup,
        hasNavigation: documents.count > 1,
        views: zip(documents.indices, documents).map { place, document in
          ViewContent(
            name: document.name.printable, title: document.title.printable,
            isFirst: place == first, blocks: views[place])
        }, answers: answers.compact.markup, below: neighbours.below.compact.markup,
        rerun: made[0].markup))
  }

  /// The controls of its Try.
  private var controls: Controls? {
    for case .controls(let controls) in documents.flatMap(\.blocks) { return controls }
    return nil
  }

  /// The answers to all questions, for the page's end.
  private var answers: HTML {
    let items = documents.flatMap { document in
      document.blocks.questions.map { $0.answerHTML(in: document.name) }
    }
    return items.isEmpty
      ? "" : "<section class=\"answers\"><h2 id=\"answers\">Answers</h2><ol>\n\(items)</ol></section>"
  }
}

extension Cover {
  /// The badges, the reading time among them.
  fileprivate var allBadges: [String] { badges.map(\.printable) + ["\(minutes) min"] }

  /// What was checked against the run, behind a line that says so.
  fileprivate var proof: HTML {
    let run: HTML = "seed \("\(seed)")"
    guard !claims.isEmpty else { return "<p class=\"checked\">\(run)</p>" }
    let items = claims.map { claim -> HTML in
      "<li><code>\(claim.text)</code> <span>line \(claim.line)</span></li>\n"
    }
    let count: HTML = claims.count == 1 ? "1 claim" : "\(claims.count) claims"
    return """
      <details class="checked"><summary><b>✓ \(count) checked</b> against this run · \(run)</summary>
      <ol>\(items)</ol></details>
      """
  }
}

// What the templates name; Mustache reads the properties by their names.

private struct PageContent {
  let language, slug, title: String
  let badges: [String]
  let summary, policy, style, script, behaviour, proof, above, readFirst: String
  let hasNavigation: Bool
  let views: [ViewContent]
  let answers, below, rerun: String
}

private struct ViewContent {
  let name, title: String
  let isFirst: Bool
  let blocks: String
}
