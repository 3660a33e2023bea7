import Testing

@testable import Rendering

@Suite struct `Style and behaviour in fewer bytes` {
  @Test(arguments: [
    ("/* a */ a { b: c; d: e, f }\n\n", "a{b:c;d:e,f}"), (".a .b > .c { x: y; }", ".a .b > .c{x:y}"),
    ("a { b: calc(1px + 2px) }", "a{b:calc(1px + 2px)}"),
    ("@media (a: 1) { c { d: e } }", "@media (a:1){c{d:e}}"),
    ("a { content: \"Epoch \"; }", "a{content:\"Epoch \"}"), ("a {} /* unclosed", "a{}"),
    (":is(a, b) :focus { c: d }", ":is(a,b) :focus{c:d}"),
  ])
  func `CSS means the same`(css: String, compact: String) {
    #expect(css.compactCSS == compact)
  }

  @Test func `JavaScript loses its comments and its indentation`() {
    #expect("// a\n  let x = 1; // b\n\n    y();\n".compactJavaScript == "let x=1;y();")
  }

  @Test(arguments: [
    ("const f = a => { return a + +b; };\nf ( 1 )\ng()", "const f=a=>{return a+ +b;};f(1)\ng()"),
    ("s = 'a  // b' + `c  ${d ( { } ) + ' }  '}  e`;", "s='a  // b'+`c  ${d ( { } ) + ' }  '}  e`;"),
    ("x = y / 2 / z; /* w */ t.split(/[/ ]  '/g) ;", "x=y/2/z;t.split(/[/ ]  '/g);"),
    ("if (a) return /b /.test(c)\n  else d in e\n[1].f()", "if(a)return/b /.test(c)\nelse d in e[1].f()"),
    ("`${a / b} c ${d / e} f`", "`${a / b} c ${d / e} f`"),
    ("a\n  .b()\n  .c();\nclass D {}\nlet é = 1", "a.b().c();class D{}\nlet é=1"),
  ])
  func `JavaScript means the same`(script: String, compact: String) {
    #expect(script.compactJavaScript == compact)
  }

  @Test(arguments: [
    (
      "<table><caption>a</caption><thead><tr><td></td><th>b</th></tr></thead>\n<tbody><tr><td>c</td></tr>\n</tbody></table>\n",
      "<table><caption>a</caption><thead><tr><td><th>b<tbody><tr><td>c</table>"
    ),
    ("<table class=\"x y\"><tbody><tr><td class=\"t4\">c</td></tr></tbody></table>", "<table class=\"x y\"><tr><td class=t4>c</table>"),
    ("<ul><li>a</li>\n<li><p>b</p>\n</li>\n</ul>\n<p>c</p>", "<ul><li>a<li><p>b</ul><p>c</p>"),
    ("<p>a</p>\n<p><em>b</em>\n<em>c</em></p>\n<svg d=\"M0 0\" x=\"1\"/>", "<p>a<p><em>b</em>\n<em>c</em></p><svg d=\"M0 0\" x=\"1\"/>"),
    ("<pre class=\"a\"><code>b\n</li>\n</code></pre>\n<p>d</p>", "<pre class=\"a\"><code>b\n</li>\n</code></pre><p>d</p>"),
    ("<i title=\"a > b\" class=\"\" id=\"&quot;\"></i>", "<i title=\"a > b\" class=\"\" id=\"&quot;\"></i>"),
  ])
  func `markup means the same`(markup: String, compact: String) {
    #expect(HTML(compacted: markup).compact.markup == compact)
  }
}
