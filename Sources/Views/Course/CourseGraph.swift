/// What requires what, as a drawing in layers: each lesson stands behind all that it requires.
public struct CourseGraph: Sendable, Equatable {
  /// The layers from the first lessons to the last.
  public let layers: [[Node]]
  /// What leads to what, without the ways that longer ones tell of.
  public let edges: [Edge]

  /// A place in a layer: a lesson, or where an edge passes by on its way to a later layer.
  public struct Node: Sendable, Equatable {
    /// Its lesson; nil for a passing edge.
    public var slug: String?
  }

  /// A line from a node to one of the next layer.
  public struct Edge: Sendable, Equatable {
    /// The layer of its beginning.
    public var layer: Int
    /// Its ends' places in their layers.
    public var from, to: Int
  }
}

extension Course {
  /// What requires what, among the lessons that require or are required; nil where none is.
  public var graph: CourseGraph? {
    let known = Set(lessons.map(\.slug))
    var depth: [String: Int] = [:]
    var above: [String: Set<String>] = [:]
    var links: [(from: String, to: String)] = []
    for lesson in lessons {
      // What comes later, or is the lesson itself, closes a circle: its mistake is told elsewhere.
      let required = lesson.requires.filter { known.contains($0) && depth[$0] != nil }
      depth[lesson.slug] = (required.compactMap { depth[$0] }.max() ?? -1) + 1
      above[lesson.slug] = required.reduce(into: Set(required)) { $0.formUnion(above[$1] ?? []) }
      let direct = required.filter { slug in !required.contains { above[$0]?.contains(slug) == true } }
      links += Set(direct).sorted().map { ($0, lesson.slug) }
    }
    guard !links.isEmpty else { return nil }
    let linked = Set(links.flatMap { [$0.from, $0.to] })
    return CourseGraph(lessons.map(\.slug).filter { linked.contains($0) }, depth, links)
  }
}

extension CourseGraph {
  /// The graph of `slugs` at their depths, each of `links` by way of every layer between its ends.
  fileprivate init(_ slugs: [String], _ depth: [String: Int], _ links: [(from: String, to: String)]) {
    var layers = [[Node]](repeating: [], count: (depth.values.max() ?? 0) + 1)
    for slug in slugs { layers[depth[slug] ?? 0].append(Node(slug: slug)) }
    var edges: [Edge] = []
    for link in links {
      let (first, last) = (depth[link.from] ?? 0, depth[link.to] ?? 0)
      var from = layers[first].firstIndex(of: Node(slug: link.from)) ?? 0
      for layer in first..<last {
        var to = layers[last].firstIndex(of: Node(slug: link.to)) ?? 0
        if layer + 1 < last {
          to = layers[layer + 1].count
          layers[layer + 1].append(Node(slug: nil))
        }
        edges.append(Edge(layer: layer, from: from, to: to))
        from = to
      }
    }
    for layer in layers.indices.dropFirst() { Self.untangle(layer, &layers, &edges) }
    self.init(layers: layers, edges: edges)
  }

  /// Puts the nodes of `layer` into the order of the mean place of what leads to them.
  private static func untangle(_ layer: Int, _ layers: inout [[Node]], _ edges: inout [Edge]) {
    let means = layers[layer].indices.map { place -> Double in
      let sources = edges.filter { $0.layer == layer - 1 && $0.to == place }.map { Double($0.from) }
      return sources.isEmpty ? 0 : sources.reduce(0, +) / Double(sources.count)
    }
    let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    layers[layer] = order.map { layers[layer][$0] }
    for i in edges.indices {
      if edges[i].layer == layer - 1 { edges[i].to = order.firstIndex(of: edges[i].to) ?? 0 }
      if edges[i].layer == layer { edges[i].from = order.firstIndex(of: edges[i].from) ?? 0 }
    }
  }
}
