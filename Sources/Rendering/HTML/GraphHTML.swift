import Views

extension Graph {
  /// The model as a row of nodes that wraps, with the shapes on the edges between them.
  var html: HTML {
    let parts = nodes.enumerated().map { place, node -> HTML in
      """
      <li class="edge">\(edges.indices.contains(place) ? edges[place] : "")</li>\
      <li class="node"><b>\(node.title)</b><span>\(node.detail)</span></li>

      """
    }
    let last: HTML = edges.count > nodes.count ? "<li class=\"edge\">\(edges[nodes.count])</li>" : ""
    return caption.figure("wide", "<ol class=\"graph\" role=\"list\">\(parts)\(last)</ol>\n")
  }
}
