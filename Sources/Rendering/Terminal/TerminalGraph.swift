import Views

extension TerminalRenderer {
  /// A model as boxes joined by arrows that carry the shapes; a row that is full goes on in the next.
  func lines(_ graph: Graph, width: Int) -> [TextLine] {
    var rows: [[TextLine]] = []
    func add(_ part: [TextLine]) {
      if let last = rows.last, last.width + part.width <= width {
        rows[rows.count - 1] = zip(last, part).map { $0 + $1 }
      } else {
        rows.append(part)
      }
    }
    for (index, node) in graph.nodes.enumerated() {
      let before = arrow(index < graph.edges.count ? graph.edges[index] : "", isFirst: index == 0)
      let isLast = index == graph.nodes.count - 1 && graph.edges.count > graph.nodes.count
      let end = line(" → ", .soft) + (isLast ? line(graph.edges[index + 1]) : .empty)
      let room = width - before.width
      let box = box(node, graph.caption.hue, width: max(room, 8))
      if isLast, box.width + end.width <= room {
        add(beside(beside(before, box), [.empty, end, .empty, .empty].evened()))
      } else {
        add(beside(before, box))
        if isLast { rows.append([end]) }
      }
    }
    return rows.flatMap { $0 }
  }

  private func arrow(_ shape: String, isFirst: Bool) -> [TextLine] {
    let text = line(shape)
    let arrow = (isFirst ? .empty : line(" ─ ", .soft)) + text + line(" → ", .soft)
    return [.empty, arrow, .empty, .empty].evened()
  }

  private func beside(_ left: [TextLine], _ right: [TextLine]) -> [TextLine] {
    zip(left, right).map { $0 + $1 }
  }

  private func box(_ node: Graph.Node, _ hue: Hue, width: Int) -> [TextLine] {
    let wrap = TextWrap(columns: width - 4)
    let texts = [
      wrap.lines([run(node.title, .bold)]).first ?? .empty,
      wrap.lines([run(node.detail, .soft)]).first ?? .empty,
    ]
    let edge = TextLook.hue(hue)
    let rule = String(repeating: "─", count: texts.width + 2)
    return [line("┌" + rule + "┐", edge)]
      + texts.map { line("│ ", edge) + $0.padded(to: texts.width) + line(" │", edge) }
      + [line("└" + rule + "┘", edge)]
  }
}

extension [TextLine] {
  /// The lines, all as wide as the widest.
  func evened() -> [TextLine] {
    let width = width
    return map { $0.padded(to: width) }
  }
}
