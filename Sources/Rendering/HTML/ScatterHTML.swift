import Views

extension Scatter {
  /// How many points the data table lists.
  private static let listed = 20

  /// The points as markup: one path per class, each with its own mark.
  var html: HTML {
    let bounds = Bounds(ticks.across, ticks.up)
    let paths = classes.indices.map { group -> HTML in
      let places = points.filter { $0.group == group }.map(bounds.place)
      let marks = places.map { x, y -> HTML in
        "M\(length: x) \(length: y)\(Self.marks[group % Self.marks.count])"
      }
      if isConnected {
        let corners = places.enumerated().map {
          "\($0 == 0 ? "M" : "L")\(length: $1.0) \(length: $1.1)" as HTML
        }
        return "<path class=\"line\" d=\"\(corners)\"/>"
      }
      return "<path class=\"c\(group % Self.marks.count)\" d=\"\(marks)\"/>"
    }
    let keys = classes.enumerated().map { group, name -> HTML in
      """
      <span><svg width="14" height="14" aria-hidden="true"><path class="c\(group % Self.marks.count)" \
      d="M7 7\(Self.marks[group % Self.marks.count])"/></svg>\(name)</span>
      """
    }
    let drawing: HTML = """
      \("<span class=\"keys\">\(keys)</span>", if: classes.count > 1)
      <svg class="scatter" viewBox="-44 -26 412 348" role="img" aria-label="\(caption.name)">\
      \(scale(bounds))\("<path class=\"even\" d=\"M0 280L360 0\"/>", if: isSquare)\(paths)</svg>

      """
    let rows = points.prefix(Self.listed).map { point -> HTML in
      let name = classes.indices.contains(point.group) ? classes[point.group] : ""
      return
        "<tr><td>\(length: point.x)</td><td>\(length: point.y)</td><td>\(name)</td></tr>"
    }
    return caption.figure("half", drawing, data: Caption.dataTable(axes + ["class"], rows: rows))
  }

  /// A line and a number for each tick, and the axes' titles.
  private func scale(_ bounds: Bounds) -> HTML {
    let across = ticks.across.map { tick -> HTML in
      "<text class=\"x\" x=\"\(length: bounds.across(tick.value))\" y=\"297\">\(tick.text)</text>"
    }
    let up = ticks.up.map { tick -> HTML in
      "<text class=\"y\" x=\"-8\" y=\"\(length: bounds.up(tick.value) + 4)\">\(tick.text)</text>"
    }
    let lines = ticks.up.map { "M0 \(length: bounds.up($0.value))h360" as HTML }
    return """
      <path class="grid" d="\(lines)"/>\(across)\(up)\
      <text class="x" x="180" y="316">\(axes.first ?? "")</text><text x="-44" y="-14">\(axes.last ?? "")</text>
      """
  }

  /// What is drawn at a point, relative to it: dot, cross, square, triangle, plus.
  private static let marks: [HTML] = [
    "h0", "m-2.5-2.5l5 5m0-5l-5 5", "m-2-2h4v4h-4z", "m0-3l3 5h-6z", "m-3 0h6m-3-3v6",
  ]

  /// The rectangle that the ticks span, drawn 360 wide and 280 high.
  private struct Bounds {
    private let (left, right, low, high): (Double, Double, Double, Double)

    init(_ across: [Tensor.Cell], _ up: [Tensor.Cell]) {
      (left, right) = (across.first?.value ?? 0, across.last?.value ?? 0)
      (low, high) = (up.first?.value ?? 0, up.last?.value ?? 0)
    }

    func across(_ x: Double) -> Double {
      (right > left ? (x - left) / (right - left) * 3600 : 1800).rounded() / 10
    }

    func up(_ y: Double) -> Double {
      (high > low ? (high - y) / (high - low) * 2800 : 1400).rounded() / 10
    }

    func place(_ point: Point) -> (Double, Double) { (across(point.x), up(point.y)) }
  }
}
