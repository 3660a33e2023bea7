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
      panel.series.map { (panel.series.count > 1 ? "\(panel.axis), \($0.name)" : panel.axis, $0.texts) }
    }
    let rows = x.indices.map { row -> HTML in
      let place = Int(x[row])
      let id: HTML = anchor.map { " id=\"\(view)-\($0)-\(place)\"" } ?? ""
      let cells = series.map { _, texts -> HTML in "<td>\(texts[row])</td>" }
      return "<tr\(id)><th>\(place)</th>\(cells)</tr>"
    }
    return Caption.dataTable([axis] + series.map(\.0), rows: rows)
  }
}

extension Chart.Panel {
  /// Places and lengths in CSS pixels; across, they are shares, so that text keeps its size at every width.
  private static let (top, bottom) = (8.0, 136.0)
  /// With more places on the axis than this, lines go without markers.
  private static let mostMarkers = 40

  func html(over chart: Chart, withAxis: Bool) -> HTML {
    let places = withAxis ? HTML(chart.named.map { tick($0, of: chart) }) : ""
    let axis: HTML =
      withAxis ? "<g class=\"x\">\(places)<text x=\"50%\" y=\"176\">\(chart.axis)</text></g>" : ""
    let heights = ticks.map { "M0 \(length: height($0.value))h1000" as HTML }
    return """
      <figure class="panel \(caption.hue)"><figcaption><b>\(self.axis)</b> \
      <span class="reading">\(caption.reading)</span>\(keys)</figcaption>
      <svg class="plot" height="\(withAxis ? 180 : 144)" role="img" aria-label="\(caption.name)">\
      <svg width="100%" height="144" viewBox="0 0 1000 144" preserveAspectRatio="none">\
      <path class="grid" d="\(heights)"/>\(series.map { draw($0, over: chart) })</svg>\
      <g class="y">\(ticks.map(tick))</g>\(axis)</svg></figure>

      """
  }

  /// Tells the lines apart, where there are several.
  private var keys: HTML {
    guard series.count > 1 else { return "" }
    let keys = series.map { series -> HTML in
      """
      <span><svg width="26" height="10" aria-hidden="true">\(series.line("M0 5H26"))\
      \(series.marks(["13 5"]))</svg>\(series.name)</span>
      """
    }
    return "<span class=\"keys\">\(keys)</span>"
  }

  private func tick(_ tick: Tensor.Cell) -> HTML {
    "<text x=\"-10\" y=\"\(length: height(tick.value) + 4)\">\(tick.text)</text>"
  }

  private func tick(_ place: Int, of chart: Chart) -> HTML {
    "<text x=\"\(share: chart.place(Double(place)))\" y=\"158\">\(place)</text>"
  }

  private func draw(_ series: Chart.Series, over chart: Chart) -> HTML {
    let points = zip(chart.x, series.values).filter { $0.1.isFinite }.map {
      (x: chart.place($0), y: height($1))
    }
    let corners = points.map { "\(length: ($0 * 1000).rounded()) \(length: $1)" as HTML }
    return """
      \(series.line(series.isStepped ? steps(points) : Self.straight(corners)))\
      \(series.marks(corners), if: corners.count <= Self.mostMarkers)
      """
  }

  /// The path from corner to corner.
  private static func straight(_ corners: [HTML]) -> HTML {
    HTML(corners.enumerated().map { "\($0 == 0 ? "M" : "L")\($1)" as HTML })
  }

  /// The path of a line that holds each value halfway to its neighbours.
  private func steps(_ points: [(x: Double, y: Double)]) -> HTML {
    guard let first = points.first, let last = points.last else { return "" }
    let turns = zip(points, points.dropFirst()).filter { $0.y != $1.y }.map { a, b -> HTML in
      "H\(length: ((a.x + b.x) * 500).rounded())V\(length: b.y)"
    }
    return
      "M\(length: (first.x * 1000).rounded()) \(length: first.y)\(turns)H\(length: (last.x * 1000).rounded())"
  }

  /// How far down `value` lies.
  private func height(_ value: Double) -> Double {
    guard let low = ticks.first?.value, let high = ticks.last?.value, high > low else { return Self.bottom }
    let share = min(max((value - low) / (high - low), -0.04), 1.04)
    return ((Self.bottom - share * (Self.bottom - Self.top)) * 10).rounded() / 10
  }
}

extension Chart.Series {
  fileprivate func line(_ path: HTML) -> HTML {
    "<path class=\"line\(" second", if: isSecondary)\" d=\"\(path)\"/>"
  }

  /// Dots, or hollow squares for a line that is compared: strokes of no length,
  /// which keep their size and shape.
  fileprivate func marks(_ corners: [HTML]) -> HTML {
    let places = HTML(corners.map { "M\($0)h0" })
    return isSecondary
      ? "<path class=\"mark square\" d=\"\(places)\"/><path class=\"mark hole\" d=\"\(places)\"/>"
      : "<path class=\"mark\" d=\"\(places)\"/>"
  }
}
