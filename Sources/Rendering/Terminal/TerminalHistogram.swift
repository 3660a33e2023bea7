import Views

extension TerminalRenderer {
  private static let histogramRows = 5
  private static let histogramColumns = 48
  private static let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Columns of block characters over an axis from the smallest to the largest value.
  func lines(_ histogram: Histogram, width: Int) -> [TextLine] {
    let bins = merged(histogram.counts, into: width - 2)
    let each = max(min(width - 2, Self.histogramColumns) / max(bins.count, 1), 1)
    let most = max(bins.max() ?? 0, 1)
    let look = TextLook.hue(histogram.caption.hue)
    let rows = (0..<Self.histogramRows).reversed().map { row in
      let text = bins.map { count in
        let height = count == 0 ? 0 : max(count * Self.histogramRows * 8 / most, 1)
        return String(repeating: block(max(0, min(8, height - row * 8))), count: each)
      }
      return line(text.joined(), look)
    }
    let extent = bins.count * each
    let (lower, upper) = (line(histogram.lower.text, .soft), line(histogram.upper.text, .soft))
    let axis = lower.padded(to: max(extent - upper.width, lower.width + 1)) + upper
    return captioned(
      histogram.caption, rows + [line(String(repeating: "─", count: extent), .soft), axis], width: width)
  }

  /// Neighbouring bins as one, so that there are at most `most`.
  private func merged(_ bins: [Int], into most: Int) -> [Int] {
    let group = max((bins.count + most - 1) / max(most, 1), 1)
    return stride(from: 0, to: bins.count, by: group).map {
      bins[$0..<min($0 + group, bins.count)].reduce(0, +)
    }
  }

  private func block(_ eighths: Int) -> Character {
    style.glyphs == .unicode ? Self.eighths[eighths] : eighths > 4 ? "#" : eighths > 0 ? "." : " "
  }

  /// Named magnitudes as bars, each with its number; a negative one is hatched.
  func lines(_ bars: Bars, width: Int) -> [TextLine] {
    let labels = bars.bars.map { TextWrap(columns: max(width / 3, 8)).lines(runs($0.label)).first ?? .empty }
    let texts = bars.bars.map { line($0.text, TextLook(isBold: $0.isMarked)) }
    let marks = bars.bars.contains(where: \.isMarked) ? 2 : 0
    let space = min(width, Self.measure) - marks - labels.width - texts.width - 3
    guard space > 5 else { return stacked(bars, width: width) }
    return bars.bars.indices.map { index in
      let bar = bars.bars[index]
      let look = TextLook(isBold: bar.isMarked, ink: TerminalColor(bars.caption.hue))
      let mark = marks == 0 ? .empty : line(bar.isMarked ? "▸ " : "  ", look)
      return mark + labels[index].padded(to: labels.width) + .blank(1)
        + line(self.bar(share(bar.value, of: bars.full), columns: space), look).padded(to: space) + .blank(1)
        + texts[index].padded(to: texts.width + 1, .trailing)
    }
  }

  /// Bars below their labels and numbers, where there is no room beside each other.
  private func stacked(_ bars: Bars, width: Int) -> [TextLine] {
    bars.bars.flatMap { bar in
      let look = TextLook(isBold: bar.isMarked)
      let text = [run(bar.isMarked ? "▸ " : "", look)] + runs(bar.label, look) + [run("   " + bar.text, look)]
      let length = self.bar(share(bar.value, of: bars.full), columns: max(width - 2, 1))
      return TextWrap(columns: max(width, 1)).lines(text) + [line(length, .hue(bars.caption.hue))]
    }
  }

  /// A bar of `share` of `columns`, to the eighth of a column; at least a hair where there is anything.
  private func bar(_ share: Double, columns: Int) -> String {
    guard share != 0 else { return "" }
    let eighths = max(Int((abs(share) * Double(columns * 8)).rounded()), 1)
    if share < 0 { return String(repeating: "▒", count: max((eighths + 4) / 8, 1)) }
    guard style.glyphs == .unicode else { return String(repeating: "#", count: max((eighths + 4) / 8, 1)) }
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
