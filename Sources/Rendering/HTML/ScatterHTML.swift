import Views

extension Scatter {
  /// How many points the data table lists.
  private static let listed = 20

  /// The points as markup: one path per class, each with its own mark.
  var html: HTML {
    let bounds = Bounds(points)
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
      <span class="keys">\(keys)</span>
      <svg class="scatter" viewBox="-8 -8 376 296" role="img" aria-label="\(caption.name)">\
      <path class="grid" d="M0 0V280H360"/>\(paths)</svg>\
      <p class="axes"><span>\(axes.first ?? "")</span> → <span>\(axes.last ?? "")</span> ↑</p>

      """
    let rows = points.prefix(Self.listed).map { point -> HTML in
      let name = classes.indices.contains(point.group) ? classes[point.group] : ""
      return
        "<tr><td>\(length: point.x)</td><td>\(length: point.y)</td><td>\(name)</td></tr>"
    }
    return caption.figure("half", drawing, data: Caption.dataTable(axes + ["class"], rows: rows))
  }

  /// What is drawn at a point, relative to it: dot, cross, square, triangle, plus.
  private static let marks: [HTML] = [
    "h0", "m-2.5-2.5l5 5m0-5l-5 5", "m-2-2h4v4h-4z", "m0-3l3 5h-6z", "m-3 0h6m-3-3v6",
  ]

  /// The rectangle that holds all points, drawn 360 wide and 280 high.
  private struct Bounds {
    var (left, right, low, high) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)

    init(_ points: [Point]) {
      for point in points {
        (left, right) = (min(left, point.x), max(right, point.x))
        (low, high) = (min(low, point.y), max(high, point.y))
      }
    }

    func place(_ point: Point) -> (Double, Double) {
      let x = right > left ? (point.x - left) / (right - left) : 0.5
      let y = high > low ? (point.y - low) / (high - low) : 0.5
      return ((x * 3600).rounded() / 10, ((1 - y) * 2800).rounded() / 10)
    }
  }
}
