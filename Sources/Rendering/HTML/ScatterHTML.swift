import Views

extension Scatter {
  /// The points as markup: one path per class, each with its own mark. Texts stand at shares of the figure, so that
  /// they keep their size at every width.
  var html: HTML {
    let bounds = Bounds(ticks.across, ticks.up)
    let paths = classes.indices.map { group -> HTML in
      let places = points.filter { $0.group == group }.map(bounds.place)
      var path = SVGPath()
      if isConnected {
        for (number, place) in places.enumerated() {
          if number == 0 { path.move(to: place.x, place.y) } else { path.line(to: place.x, place.y) }
        }
        return "<path class=\"line\" d=\"\(path)\"/>"
      }
      // From left to right the ways are shortest.
      for place in places.sorted(by: <) { path.draw(Self.mark(of: group), at: place.x, place.y) }
      return "<path class=\"c\(group % Self.marks.count)\" d=\"\(path)\"/>"
    }
    let keys = classes.enumerated().map { group, name -> HTML in
      """
      <span><svg width="14" height="14" viewBox="-70 -70 140 140" aria-hidden="true">\
      <path class="c\(group % Self.marks.count)" d="m0 0\(Self.mark(of: group).data)"/></svg>\(name)</span>
      """
    }
    let drawing: HTML = """
      \("<span class=\"keys\">\(keys)</span>", if: classes.count > 1)
      <svg class="scatter" role="img" aria-label="\(caption.name)"><svg viewBox="0 0 3600 2800">\
      \(grid(bounds))\("<path class=\"even\" d=\"m0 2800l3600-2800\"/>", if: isSquare)\(paths)</svg>\
      \(scale(bounds))</svg>

      """
    let rows = listed.map { row -> HTML in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>" }
    let data = Caption.dataTable(listedTitles, rows: rows, caption: listedCaption)
    return caption.figure("half", drawing, data: Caption.disclosure(data))
  }

  /// A line for each tick upwards.
  private func grid(_ bounds: Bounds) -> HTML {
    var lines = SVGPath()
    for tick in ticks.up {
      lines.move(to: 0, bounds.up(tick.value))
      lines.across(to: 3600)
    }
    return "<path class=\"grid\" d=\"\(lines)\"/>"
  }

  /// A number for each tick, and the axes' titles.
  private func scale(_ bounds: Bounds) -> HTML {
    let across = ticks.across.map { tick -> HTML in
      "<text x=\"\(share: Double(bounds.across(tick.value)) / 3600)\" y=\"100%\" dy=\"17\">\(tick.text)</text>"
    }
    let up = ticks.up.map { tick -> HTML in
      "<text x=\"-8\" y=\"\(share: Double(bounds.up(tick.value)) / 2800)\" dy=\"4\">\(tick.text)</text>"
    }
    return """
      <g class="across">\(across)<text x="50%" y="100%" dy="36">\(axes.first ?? "")</text></g>\
      <g class="up">\(up)</g><text x="-44" y="-14">\(axes.last ?? "")</text>
      """
  }

  /// What is drawn at the points of a class.
  private static let marks: [SVGPath.Mark] = [.dot, .cross, .square, .triangle, .plus]
  private static func mark(of group: Int) -> SVGPath.Mark { marks[group % marks.count] }

  /// The rectangle that the ticks span, drawn 3600 wide and 2800 high.
  private struct Bounds {
    private let (left, right, low, high): (Double, Double, Double, Double)

    init(_ across: [Tensor.Cell], _ up: [Tensor.Cell]) {
      (left, right) = (across.first?.value ?? 0, across.last?.value ?? 0)
      (low, high) = (up.first?.value ?? 0, up.last?.value ?? 0)
    }

    func across(_ x: Double) -> Int { Self.place(right > left ? (x - left) / (right - left) : 0.5, of: 3600) }

    func up(_ y: Double) -> Int { Self.place(high > low ? (high - y) / (high - low) : 0.5, of: 2800) }

    func place(_ point: Point) -> (x: Int, y: Int) { (across(point.x), up(point.y)) }

    private static func place(_ share: Double, of length: Double) -> Int {
      Int(exactly: (share * length).rounded()) ?? 0
    }
  }
}
