import Views

extension Histogram {
  /// The histogram as markup.
  var html: HTML {
    let most = Double(max(counts.max() ?? 0, 1))
    let width = 1000 / Double(max(counts.count, 1))
    // A bar is a stroke as wide as its bin, but for a gap, from its top down to 0.
    var bars = SVGPath()
    for (bin, count) in counts.enumerated() where count > 0 {
      let height = Int((Double(count) / most * 720).rounded())
      bars.move(to: Int(((Double(bin) + 0.5) * width).rounded()), -height)
      bars.down(to: 0)
    }
    let drawing: HTML = """
      <svg class="hist" height="94" role="img" aria-label="\(caption.name)">\
      <svg height="72" viewBox="0 -720 1000 720" preserveAspectRatio="none">\
      <path stroke-width="\(length: (width - 4).rounded())" d="\(bars)"/></svg>\
      <line class="grid" x2="100%" y1="72.5" y2="72.5"/>\
      <text y="90">\(lower.text)</text>\
      <text x="100%" y="90">\(upper.text)</text></svg>

      """
    let counted = counts.map { "<td>\($0)</td>" as HTML }
    let data: HTML = """
      <table><caption>\(bins)</caption><tbody><tr>\(counted)</tr></tbody>\
      </table>
      """
    return caption.figure("half", drawing, data: Caption.disclosure(data))
  }
}
