import Views

extension Histogram {
  /// The histogram as markup.
  var html: HTML {
    let most = Double(max(counts.max() ?? 0, 1))
    let width = 1000 / Double(max(counts.count, 1))
    // A bar is a stroke as wide as its bin, but for a gap.
    let bars = counts.enumerated().filter { $0.element > 0 }.map { bin, count -> HTML in
      let height = (Double(count) / most * 720).rounded() / 10
      return "M\(length: ((Double(bin) + 0.5) * width).rounded()) 72v-\(length: height)"
    }
    let drawing: HTML = """
      <svg class="hist" height="94" role="img" aria-label="\(caption.name)">\
      <svg width="100%" height="72" viewBox="0 0 1000 72" preserveAspectRatio="none">\
      <path stroke-width="\(length: (width - 4).rounded())" d="\(bars)"/></svg>\
      <line class="grid" x2="100%" y1="72.5" y2="72.5"/>\
      <text y="90">\(lower.text)</text>\
      <text x="100%" y="90">\(upper.text)</text></svg>

      """
    let counted = counts.map { "<td>\($0)</td>" as HTML }
    let data: HTML = """
      <table><caption>Values in each of \(counts.count) bins of one width</caption><tbody><tr>\(counted)</tr></tbody>\
      </table>
      """
    return caption.figure("half", drawing, data: data)
  }
}
