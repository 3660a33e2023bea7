import Testing

@testable import Rendering

@Suite struct `Markup in fewer bytes` {
  @Test(arguments: [
    (
      "<table><caption>a</caption><thead><tr><td></td><th>b</th></tr></thead>\n"
        + "<tbody><tr><td>c</td></tr>\n</tbody></table>\n",
      "<table><caption>a</caption><thead><tr><td><th>b<tbody><tr><td>c</table>"
    ),
    (
      "<table class=\"x y\"><tbody><tr><td class=\"t4\">c</td></tr></tbody></table>",
      "<table class=\"x y\"><tr><td class=t4>c</table>"
    ),
    ("<ul><li>a</li>\n<li><p>b</p>\n</li>\n</ul>\n<p>c</p>", "<ul><li>a<li><p>b</ul><p>c</p>"),
    (
      "<p>a</p>\n<p><em>b</em>\n<em>c</em></p>\n<svg d=\"M0 0\" x=\"1\"/>",
      "<p>a<p><em>b</em>\n<em>c</em></p><svg d=\"M0 0\" x=\"1\"/>"
    ),
    ("<pre class=\"a\">b\n</li>\n</pre>\n<p>d</p>", "<pre class=\"a\">b\n</li>\n</pre><p>d</p>"),
    ("<i title=\"a > b\" class=\"\">&quot;</i>", "<i title=\"a > b\" class=\"\">&quot;</i>"),
  ])
  func `markup means the same`(markup: String, compact: String) {
    #expect(HTML(compacted: markup).compact.markup == compact)
  }
}
