import Views

extension Bars {
  /// The bars as a figure; their numbers stand beside them, so there is no other data table.
  var figure: HTML { caption.figure("half", html) }

  /// The bars alone: from the left, or from the middle where some are negative.
  var html: HTML {
    let isSigned = bars.contains { $0.value < 0 }
    let rows = bars.map { bar -> HTML in
      """
      <tr\(" class=\"marked\"", if: bar.isMarked)><th>\(bar.label.html)</th>\
      <td\(" class=\"u\"", if: bar.value < 0)\(width(of: bar.value))></td>\
      <td>\(bar.text)</td></tr>

      """
    }
    return "<table class=\"bars\(" signed", if: isSigned)\"><tbody>\(rows)</tbody></table>\n"
  }

  /// How long a bar is; nothing for one without length.
  private func width(of value: Double) -> HTML {
    let share = full > 0 ? min(value.magnitude / full, 1) : 0
    return share < 0.005 ? "" : " style=\"--w:\(percent: share)\""
  }
}
