import Views

extension Chart {
  /// The panels, one above the other, and one data table for all.
  func html(in view: String) -> HTML {
    let drawn = panels.enumerated().map { number, panel in
      panel.html(over: self, withAxis: number == panels.count - 1)
    }
    return
      "<div class=\"chart\" data-axis=\"\(axis)\">\n\(drawn)\(Caption.disclosure(data(in: view)))</div>\n"
  }

  /// Where `x` lies on the axis, from 0 to 1.
  func place(_ x: Double) -> Double {
    guard let first = self.x.first, let last = self.x.last, last > first else { return 0.5 }
    return (x - first) / (last - first)
  }

  /// The axis's places that are named: the first, round ones, the last.
  var named: [Int] {
    guard let first = x.first.map({ Int($0) }), let last = x.last.map({ Int($0) }), last > first else {
      return x.map { Int($0) }
    }
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    let step = steps.first { (last - first) / $0 < 6 } ?? (last - first) / 5
    let round = stride(from: (first / step + 1) * step, through: last - (step + 1) / 2, by: step)
    return [first] + round.filter { $0 - first >= (step + 1) / 2 } + [last]
  }

  private func data(in view: String) -> HTML {
    let series = panels.flatMap { panel in
      panel.series.map { (panel.caption.name + (panel.series.count > 1 ? ", \($0.name)" : ""), $0.texts) }
    }
    let rows = x.indices.map { row -> HTML in
      let place = Int(x[row])
      let id: HTML = anchor.map { " id=\"\(view)-\($0)-\(place)\"" } ?? ""
      let cells = series.map { _, texts -> HTML in "<td>\(texts[row])</td>" }
      return "<tr\(id)><th>\(place)</th>\(cells)</tr>"
    }
    return Caption.dataTable([axis.prefix(1).uppercased() + axis.dropFirst()] + series.map(\.0), rows: rows)
  }
}

extension Chart.Panel {
  /// Places in CSS pixels; across, they are shares, so that text keeps its size at every width.
  /// Paths count in tenths of a pixel, and in thousandths of the width.
  private static let (top, bottom) = (8.0, 136.0)
  /// With more places on the axis than this, lines go without markers.
  private static let mostMarkers = 40

  func html(over chart: Chart, withAxis: Bool) -> HTML {
    let places = withAxis ? HTML(chart.named.map { tick($0, of: chart) }) : ""
    let axis: HTML =
      withAxis ? "<g class=\"x\">\(places)<text x=\"50%\" y=\"18\">\(chart.axis)</text></g>" : ""
    var grid = SVGPath()
    for tick in ticks {
      grid.move(to: 0, tenths(height(tick.value)))
      grid.across(to: 1000)
    }
    return """
      <figure class="panel \(caption.hue)"><figcaption><b>\(self.axis)</b> \
      <span class="reading">\(caption.reading)</span>\(keys)</figcaption>
      <svg class="plot" height="\(withAxis ? 180 : 144)" role="img" aria-label="\(caption.name)">\
      <svg height="144" viewBox="0 0 1000 1440" preserveAspectRatio="none">\
      <path class="grid" d="\(grid)"/>\(series.map { draw($0, over: chart) })</svg>\
      <g class="y">\(ticks.map(tick))</g>\(axis)</svg></figure>

      """
  }

  /// Tells the lines apart, where there are several.
  private var keys: HTML {
    guard series.count > 1 else { return "" }
    let keys = series.map { series -> HTML in
      "<span\(" class=\"second\"", if: series.isSecondary)>\(series.name)</span>"
    }
    return "<span class=\"keys\">\(keys)</span>"
  }

  private func tick(_ tick: Tensor.Cell) -> HTML {
    "<text y=\"\(length: height(tick.value) + 4)\">\(tick.text)</text>"
  }

  private func tick(_ place: Int, of chart: Chart) -> HTML {
    "<text x=\"\(share: chart.place(Double(place)))\">\(place)</text>"
  }

  private func draw(_ series: Chart.Series, over chart: Chart) -> HTML {
    let points = zip(chart.x, series.values).filter { $0.1.isFinite }.map { x, value in
      (x: chart.place(x) * 1000, y: tenths(height(value)))
    }
    var marks = SVGPath()
    for point in points { marks.draw(.dot, at: Int(point.x.rounded()), point.y) }
    return """
      \(series.line(series.isStepped ? Self.steps(points) : Self.straight(points)))\
      \(series.marks(marks.data), if: points.count <= Self.mostMarkers)
      """
  }

  /// The path from point to point.
  private static func straight(_ points: [(x: Double, y: Int)]) -> String {
    var path = SVGPath()
    for (number, point) in points.enumerated() {
      let x = Int(point.x.rounded())
      if number == 0 { path.move(to: x, point.y) } else { path.line(to: x, point.y) }
    }
    return path.data
  }

  /// The path of a line that holds each value halfway to its neighbours.
  private static func steps(_ points: [(x: Double, y: Int)]) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    var path = SVGPath()
    path.move(to: Int(first.x.rounded()), first.y)
    for (a, b) in zip(points, points.dropFirst()) where a.y != b.y {
      path.across(to: Int(((a.x + b.x) / 2).rounded()))
      path.down(to: b.y)
    }
    path.across(to: Int(last.x.rounded()))
    return path.data
  }

  /// How far down `value` lies.
  private func height(_ value: Double) -> Double {
    guard let low = ticks.first?.value, let high = ticks.last?.value, high > low else { return Self.bottom }
    let share = min(max((value - low) / (high - low), -0.04), 1.04)
    return ((Self.bottom - share * (Self.bottom - Self.top)) * 10).rounded() / 10
  }

  private func tenths(_ height: Double) -> Int { Int((height * 10).rounded()) }
}

extension Chart.Series {
  fileprivate func line(_ path: String) -> HTML {
    "<path class=\"line\(" second", if: isSecondary)\" d=\"\(path)\"/>"
  }

  /// Dots, or squares for a line that is compared, which a script makes hollow: strokes of no length,
  /// which keep their size and shape.
  fileprivate func marks(_ path: String) -> HTML {
    "<path class=\"\(isSecondary ? "square" : "mark")\" d=\"\(path)\"/>"
  }
}
