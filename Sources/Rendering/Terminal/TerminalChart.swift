import Views

extension TerminalRenderer {
  /// Rows of characters of a panel: about eight, with the same number between each two ticks.
  private func rows(_ panel: Chart.Panel) -> Int {
    let gaps = max(panel.ticks.count - 1, 1)
    return max((16 / gaps + 1) / 2, 1) * gaps + 1
  }

  /// Panels over one shared axis: the main line drawn through, the second dashed with a marker at each place.
  func lines(_ chart: Chart, width: Int) -> [TextLine] {
    let gutter = (chart.panels.flatMap(\.ticks).map { line($0.text).width }.max() ?? 0) + 1
    let ends = chart.panels.flatMap(\.series).compactMap(\.texts.last).map { line($0).width }.max() ?? 0
    let columns = max(width - gutter - 1 - ends - 1, 8)
    let panels = chart.panels.enumerated().map { index, panel in
      let isLast = index == chart.panels.count - 1
      return legend(panel, width: width) + plot(panel, chart, gutter: gutter, columns: columns)
        + [base(chart, gutter: gutter, columns: columns)]
        + (isLast ? axis(chart, gutter: gutter, columns: columns) : [])
        + wrapped(panel.caption.reading, .soft, width: width)
    }
    return Array(panels.joined(separator: [.empty]))
  }

  private func look(_ series: Chart.Series, _ panel: Chart.Panel) -> TextLook {
    series.isSecondary ? .soft : .hue(panel.caption.hue)
  }

  /// The quantity with its unit, and what each line is where there are several.
  private func legend(_ panel: Chart.Panel, width: Int) -> [TextLine] {
    let name = panel.axis.hasPrefix(panel.caption.name) ? panel.axis : "\(panel.caption.name), \(panel.axis)"
    let samples = panel.series.flatMap { series in
      let sample = series.isSecondary ? (style.glyphs == .unicode ? "╌○╌" : "-o-") : "━━━"
      return [run("   "), run(sample, look(series, panel)), run("\u{a0}" + series.name)]
    }
    return TextWrap(columns: width).lines(
      [run(name, .hue(panel.caption.hue, bold: true))] + (panel.series.count > 1 ? samples : []))
  }

  /// The dot of `x` on the axis.
  private func dot(_ x: Double, _ chart: Chart, columns: Int) -> Int {
    guard let first = chart.x.first, let last = chart.x.last, last > first else { return columns }
    return Int(((x - first) / (last - first) * Double(columns * 2 - 1)).rounded())
  }

  private func plot(_ panel: Chart.Panel, _ chart: Chart, gutter: Int, columns: Int) -> [TextLine] {
    var canvas = DotCanvas(columns: columns, rows: rows(panel), glyphs: style.glyphs)
    let (low, high) = (panel.ticks.first?.value ?? 0, panel.ticks.last?.value ?? 1)
    // From the middle of the first row to that of the last, where the outer ticks are.
    func height(_ value: Double) -> Int {
      let share = high > low ? (value - low) / (high - low) : 0.5
      return 2 + Int(((1 - max(0, min(1, share))) * Double(canvas.height - 4)).rounded())
    }
    if let chosen = chart.chosen {
      canvas.rule(at: dot(chosen, chart, columns: columns), style.glyphs == .unicode ? "┊" : "|", .soft)
    }
    var ends: [(text: TextLine, y: Int, value: Double)] = []
    for series in panel.series.sorted(by: { $0.isSecondary && !$1.isSecondary }) {
      let look = look(series, panel)
      let points = zip(chart.x, series.values).filter { $1.isFinite }
        .map { (x: dot($0, chart, columns: columns), y: height($1)) }
      for (a, b) in zip(points, points.dropFirst()) {
        let middle = (a.x + b.x) / 2
        let corners = series.isStepped && a.y != b.y ? [a, (middle, a.y), (middle, b.y), b] : [a, b]
        for (from, to) in zip(corners, corners.dropFirst()) {
          canvas.line(from: from, to: to, dashed: series.isSecondary, look)
        }
      }
      if series.isSecondary {
        let every = max((points.count * 5 + columns - 1) / columns, 1)
        for index in stride(from: 0, to: points.count, by: every) {
          canvas.mark(points[index].x, points[index].y, style.glyphs == .unicode ? "○" : "o", look)
        }
      } else if points.count == 1 {
        canvas.mark(points[0].x, points[0].y, style.glyphs == .unicode ? "●" : "*", look)
      }
      if let last = points.last, let text = series.texts.last {
        ends.append((line(text, look), last.y, series.values.last { $0.isFinite } ?? 0))
      }
    }
    let texts = placed(ends.sorted { ($0.y, -$0.value) < ($1.y, -$1.value) }, of: canvas.rows)
    let ticks = Dictionary(panel.ticks.map { (height($0.value) / 4, $0.text) }) { first, _ in first }
    return canvas.lines.enumerated().map { row, plotted in
      let tick = line(ticks[row] ?? "", .soft).padded(to: gutter - 1, .trailing) + .blank(1)
      return tick + line(ticks[row] == nil ? "│" : "┤", .soft) + plotted + .blank(1) + (texts[row] ?? .empty)
    }
  }

  /// The text of each line's end by its row, each below the one before; `ends` come from the top down.
  private func placed(_ ends: [(text: TextLine, y: Int, value: Double)], of rows: Int) -> [Int: TextLine] {
    var texts: [Int: TextLine] = [:]
    var row = -1
    for (place, end) in ends.enumerated() {
      // Of two in one row, the upper makes room where there is some.
      let isShared = ends.dropFirst(place + 1).first.map { $0.y / 4 == end.y / 4 } ?? false
      row = min(max(end.y / 4 - (isShared ? 1 : 0), row + 1), rows - ends.count + place)
      texts[row] = end.text
    }
    return texts
  }

  /// The places on the axis that get a number: round ones, and the first and last.
  private func places(_ chart: Chart, columns: Int) -> [(column: Int, text: String)] {
    guard let first = chart.x.first, let last = chart.x.last else { return [] }
    let widest = max(Self.number(first).count, Self.number(last).count) + 2
    let most = max(columns / widest, 2)
    let step =
      [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].map { Double($0) }
      .first { (last - first) / $0 <= Double(min(most - 1, 8)) } ?? (last - first)
    let round = Array(stride(from: (first / step).rounded(.up) * step, through: last, by: step))
    var places: [(column: Int, text: String)] = []
    for x in [first] + round + [last] {
      let place = (column: dot(x, chart, columns: columns) / 2, text: Self.number(x))
      guard place.column != places.last?.column else { continue }
      if let before = places.last, place.column - before.column < widest {
        guard x == last, places.count > 1 else { continue }
        places.removeLast()
      }
      places.append(place)
    }
    return places
  }

  private static func number(_ x: Double) -> String {
    x == x.rounded() && abs(x) < 1e15 ? String(Int(x)) : String(x)
  }

  /// The line under a panel, with a tick at each numbered place.
  private func base(_ chart: Chart, gutter: Int, columns: Int) -> TextLine {
    let ticks = Set(places(chart, columns: columns).map(\.column))
    return .blank(gutter) + line("└" + (0..<columns).map { ticks.contains($0) ? "┴" : "─" }.joined(), .soft)
  }

  /// The numbers under the last panel, and what they count.
  private func axis(_ chart: Chart, gutter: Int, columns: Int) -> [TextLine] {
    var numbers = TextLine.blank(gutter + 1)
    for place in places(chart, columns: columns) {
      let start = gutter + 1 + place.column - (place.text.count - 1) / 2
      numbers += .blank(start - numbers.width) + line(place.text, .soft)
    }
    return [numbers, .blank(gutter + 1) + line(chart.axis, .soft).padded(to: columns, .center)]
  }
}
