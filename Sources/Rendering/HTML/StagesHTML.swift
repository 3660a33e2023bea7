import Views

extension [Stage] {
  /// The strip of cards, each followed by what it opens: side by side where there is room,
  /// one below the other where not.
  func html(in view: String) -> HTML {
    """
    <p class="reading">Cells are fuller the further from 0. Negative ones are blue, positive ones orange; where none is negative, they may have their stage’s colour, or ink.</p>
    <ol class="flow" role="list">
    \(enumerated().map { $1.html(in: view, isOpen: $0 == 0) })</ol>

    """
  }
}

extension Stage {
  fileprivate func html(in view: String, isOpen: Bool) -> HTML {
    """
    <li class="\(hue)\(" open", if: isOpen)" style="--n:\(number)">\
    <a class="card" href="#\(view)-stage-\(number)"\(" aria-current=\"true\"", if: isOpen)>\
    <span class="k">\(number)</span><span class="t">\(title)</span>\
    <span class="d">\(summary)</span><span class="s">\(output)</span></a>
    <section class="stage" id="\(view)-stage-\(number)" aria-label="\(title)">\
    <header><h3><span>\(number)</span> \(title)</h3>\
    <p class="io"><span>in <code>\(input)</code></span><span>out <code>\(output)</code></span></p></header>
    \(blocks.html(in: view))</section></li>

    """
  }
}
