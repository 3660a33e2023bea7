import Views

extension Graph {
  /// The model as a row of nodes that wraps, each with the shape of what it makes; the first has what it gets before it.
  var html: HTML {
    let parts = nodes.enumerated().map { place, node -> HTML in
      """
      <li>\(place == 0 ? edge(0) : "")<span class="node"><b>\(node.title)</b>\(node.detail)</span>\
      \(edge(place + 1))</li>

      """
    }
    return caption.figure("wide", "<ol class=\"graph\" role=\"list\">\(parts)</ol>\n")
  }

  /// The shape on the edge before the node at `place`.
  private func edge(_ place: Int) -> HTML {
    edges.indices.contains(place) ? "<span class=\"edge\">\(edges[place])</span>" : ""
  }
}
