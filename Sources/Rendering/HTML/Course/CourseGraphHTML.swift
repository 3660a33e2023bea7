import Views

/// What requires what: a box for each lesson, arrows to those that require it. It is drawn from left to right, and
/// from top to bottom for a narrow screen; the style shows one of both.
struct CourseGraphHTML {
  let course: Course
  let graph: CourseGraph

  /// The figure: the drawings, the sentence that reads them, and the same as a list.
  var html: HTML {
    """
    <figure class="requires"><figcaption><b>What requires what</b></figcaption>
    \([false, true].map { CourseDrawing(course: course, graph: graph, isUpright: $0).html })
    <p class="reading">\(reading)</p>
    <details><summary>As a list</summary><ul>
    \(items)</ul></details></figure>

    """
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
      An arrow leads from a lesson to one that requires it; an arrow that others imply is left out. \(list) \
      \(first.count == 1 ? "requires" : "require") none of the others.
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

/// A course's graph, layer after layer to the right or, upright, downwards.
private struct CourseDrawing {
  let course: Course
  let graph: CourseGraph
  let isUpright: Bool

  private var box: (width: Double, height: Double) { isUpright ? (146, 68) : (216, 56) }
  /// How far it is from layer to layer, and from box to box within one.
  private var gap: Double { isUpright ? 40 : 64 }
  private var space: Double { isUpright ? 16 : 20 }
  /// A box's length in the direction of the arrows.
  private var length: Double { isUpright ? box.height : box.width }
  private var row: Double { (isUpright ? box.width : box.height) + space }
  private var columns: Int { isUpright ? 18 : 22 }

  var html: HTML {
    let along = Double(graph.layers.count) * (length + gap) - gap
    let (w, h) = isUpright ? (breadth + 2, along + 2) : (along + 2, breadth + 2)
    let tip: HTML = isUpright ? "tip-down" : "tip"
    return """
      <div class="scroll\(" upright", if: isUpright)">\
      <svg viewBox="-1 -1 \(length: w) \(length: h)" width="\(length: w)" height="\(length: h)" \
      role="group" aria-label="What requires what">\
      <defs><marker id="\(tip)" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
      <path d="M0 0 8 4 0 8z"/></marker></defs>
      <g aria-hidden="true">\(graph.edges.map { line($0, tip) })</g>\(boxes)</svg></div>
      """
  }

  private var breadth: Double { Double(graph.layers.map(\.count).max() ?? 0) * row }

  /// Where the arrows meet the place `place` in `layer`: how far along, and how far across.
  private func position(_ layer: Int, _ place: Int) -> (along: Double, across: Double) {
    let aside = Double(place) - Double(graph.layers[layer].count - 1) / 2
    return (Double(layer) * (length + gap), breadth / 2 + aside * row)
  }

  private func point(_ along: Double, _ across: Double) -> HTML {
    isUpright ? "\(length: across) \(length: along)" : "\(length: along) \(length: across)"
  }

  private func line(_ edge: CourseGraph.Edge, _ tip: HTML) -> HTML {
    let (start, end) = (position(edge.layer, edge.from), position(edge.layer + 1, edge.to))
    let far = start.along + length
    let isPassing = graph.layers[edge.layer][edge.from].slug == nil
    let arrives = graph.layers[edge.layer + 1][edge.to].slug != nil
    let middle = far + gap / 2
    return """
      <path d="M\(point(isPassing ? start.along : far, start.across))\
      \("L\(point(far, start.across))", if: isPassing)C\(point(middle, start.across)) \
      \(point(middle, end.across)) \(point(end.along, end.across))"\(" marker-end=\"url(#\(tip))\"", if: arrives)/>
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

  private func box(_ lesson: Course.Entry, at place: (along: Double, across: Double)) -> HTML {
    let (left, middle) =
      isUpright
      ? (place.across - box.width / 2, place.along + box.height / 2) : (place.along, place.across)
    let lines = lines(lesson.title)
    let first = middle + 5 - Double(lines.count - 1) * 9
    let text = lines.enumerated().map { line, words -> HTML in
      "<tspan x=\"\(length: left + (isUpright ? 11 : 14))\" y=\"\(length: first + Double(line) * 18)\">\(words)</tspan>"
    }
    return """
      <a href="\(lesson.slug.pageAddress)" aria-label="\(lesson.title)">\
      <rect x="\(length: left)" y="\(length: middle - box.height / 2)" width="\(length: box.width)" \
      height="\(length: box.height)" rx="8"/><text lang="\(lesson.language)">\(text)</text></a>

      """
  }

  /// A title in as many lines as its box has room for.
  private func lines(_ title: String) -> [String] {
    let lines = TextWrap(columns: columns).lines([TextRun(text: title.printable, look: .plain)]).map {
      $0.runs.map(\.text).joined()
    }
    let most = isUpright ? 3 : 2
    return lines.count > most ? lines[..<(most - 1)] + [lines[most - 1] + "…"] : lines
  }
}
