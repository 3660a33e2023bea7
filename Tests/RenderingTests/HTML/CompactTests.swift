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
    #expect("// a\n  let x = 1; // b\n\n    y();\n".compactJavaScript == "let x = 1; // b\ny();")
  }
}
