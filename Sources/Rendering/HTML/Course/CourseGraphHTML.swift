import Views

/// What requires what, drawn from left to right: a box for each lesson, arrows to those that require it.
struct CourseGraphHTML {
  let course: Course
  let graph: CourseGraph

  private static let (width, gap, row, box) = (216.0, 64.0, 76.0, 56.0)

  /// The figure: the drawing, the sentence that reads it, and the same as a list.
  var html: HTML {
    """
    <figure class="requires"><figcaption><b>What requires what</b></figcaption>
    <div class="scroll">\(drawing)</div>
    <p class="reading">\(reading)</p>
    <details><summary>As a list</summary><ul>
    \(items)</ul></details></figure>

    """
  }

  private var drawing: HTML {
    let width = Double(graph.layers.count) * (Self.width + Self.gap) - Self.gap
    let (w, h) = (width + 2, height + 2)
    return """
      <svg viewBox="-1 -1 \(length: w) \(length: h)" width="\(length: w)" height="\(length: h)" \
      role="group" aria-label="What requires what">\
      <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
      <path d="M0 0 8 4 0 8z"/></marker></defs>
      <g aria-hidden="true">\(graph.edges.map(line))</g>\(boxes)</svg>
      """
  }

  private var height: Double { Double(graph.layers.map(\.count).max() ?? 0) * Self.row }

  /// The left end and the middle of the place `place` in `layer`.
  private func position(_ layer: Int, _ place: Int) -> (x: Double, y: Double) {
    let above = Double(place) - Double(graph.layers[layer].count - 1) / 2
    return (Double(layer) * (Self.width + Self.gap), height / 2 + above * Self.row)
  }

  private func line(_ edge: CourseGraph.Edge) -> HTML {
    let (start, end) = (position(edge.layer, edge.from), position(edge.layer + 1, edge.to))
    let x = start.x + Self.width
    let isPassing = graph.layers[edge.layer][edge.from].slug == nil
    let arrives = graph.layers[edge.layer + 1][edge.to].slug != nil
    let middle = x + Self.gap / 2
    return """
      <path d="M\(length: isPassing ? start.x : x) \(length: start.y)\
      \("H\(length: x)", if: isPassing)C\(length: middle) \(length: start.y) \(length: middle) \
      \(length: end.y) \(length: end.x) \(length: end.y)"\(" marker-end=\"url(#tip)\"", if: arrives)/>
      """
  }

  private var boxes: [HTML] {
    graph.layers.indices.flatMap { layer in
      graph.layers[layer].indices.compactMap { place in
        graph.layers[layer][place].slug.flatMap { course.lesson($0) }.map {
          box($0, at: position(layer, place))
        }
      }
    }
  }

  private func box(_ lesson: Course.Entry, at place: (x: Double, y: Double)) -> HTML {
    let lines = Self.lines(lesson.title)
    let first = place.y + 5 - Double(lines.count - 1) * 9
    let text = lines.enumerated().map { line, words -> HTML in
      "<tspan x=\"\(length: place.x + 14)\" y=\"\(length: first + Double(line) * 18)\">\(words)</tspan>"
    }
    return """
      <a href="\(lesson.slug.pageAddress)" aria-label="\(lesson.title)">\
      <rect x="\(length: place.x)" y="\(length: place.y - Self.box / 2)" width="\(length: Self.width)" \
      height="\(length: Self.box)" rx="8"/><text lang="\(lesson.language)">\(text)</text></a>

      """
  }

  /// A title in two lines at most.
  private static func lines(_ title: String) -> [String] {
    let lines = TextWrap(columns: 22).lines([TextRun(text: title.printable, look: .plain)]).map {
      $0.runs.map(\.text).joined()
    }
    return lines.count > 2 ? [lines[0], lines[1] + "…"] : lines
  }

  /// How to read it, and where to begin.
  private var reading: HTML {
    let first = graph.layers[0].compactMap { $0.slug.flatMap { course.lesson($0)?.title } }
    let list =
      first.count > 3
      ? "\(first.count) lessons"
      : first.count > 1
        ? "\(first.dropLast().joined(separator: ", ")) and \(first[first.count - 1])" : first.joined()
    return """
      An arrow leads from a lesson to one that requires it. \(list) \(first.count == 1 ? "requires" : "require") none of \
      the others.
      """
  }

  private var items: [HTML] {
    let linked = Set(graph.layers.joined().compactMap(\.slug))
    return course.lessons.filter { linked.contains($0.slug) }.map { lesson in
      let required = course.neighbours(of: lesson.slug).required.map(\.title)
      return """
        <li><a href="\(lesson.slug.pageAddress)">\(lesson.title)</a>\
        \(required.isEmpty ? " requires none of the others" : " requires \(required.joined(separator: ", "))")</li>

        """
    }
  }
}
