import Engine
import Lessons
import Testing

@testable import Rendering

@Suite struct `Formulas as MathML` {
  @Test(arguments: [
    ("x", "<mi>x</mi>"), ("12.5", "<mn>12.5</mn>"),
    ("a - b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"),
    (#"\eta_t"#, "<msub><mi>η</mi><mi>t</mi></msub>"),
    ("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    (#"\frac{1}{2}"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    (#"\sqrt{x}"#, "<msqrt><mi>x</mi></msqrt>"),
    (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    (#"\hat y"#, "<mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>"),
    (#"\text{a < b}"#, "<mtext>a &lt; b</mtext>"),
    (#"\mathrm{step\_size}"#, "<mtext>step_size</mtext>"),
    (#"\text{ if }"#, "<mtext>\u{a0}if\u{a0}</mtext>"),
    (#"\,"#, "<mspace width=\"0.17em\"/>"), (#"\qquad"#, "<mspace width=\"2.0em\"/>"),
    ("|", "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo>"),
    ("n'", "<mrow><mi>n</mi><mo lspace=\"0\" rspace=\"0\">′</mo></mrow>"),
    ("f''_k", "<mrow><msub><mi>f</mi><mi>k</mi></msub><mo lspace=\"0\" rspace=\"0\">′′</mo></mrow>"),
    (#"x_\max"#, "<msub><mi>x</mi><mi>max</mi></msub>"),
    (#"\max_i"#, "<munder><mi>max</mi><mi>i</mi></munder>"),
    (#"\left( x \right."#, "<mrow><mo>(</mo><mi>x</mi></mrow>"),
  ])
  func `a construct is set`(source: String, markup: String) {
    #expect(MathFormula(source).html(isBlock: false).markup == "<math>\(markup)</math>")
  }

  @Test func `cases and matrices are tables`() {
    let html = MathFormula(#"\begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}"#).html(isBlock: true)
      .markup
    #expect(html.contains("<mtr><mtd><mi>x</mi></mtd><mtd>"))
    #expect(html.ranges(of: "<mtr>").count == 2)
    #expect(html.hasPrefix("<math display=\"block\">"))
  }

  @Test(arguments: [
    #"\unknown{x}"#, "{", "x^", #"\frac{1}"#, #"\left("#, "x_1_2", #"\begin{foo}\end{foo}"#, "}", "a & b", "",
  ])
  func `what cannot be read is shown as it is written`(source: String) {
    let formula = MathFormula(source)
    #expect(formula.tree == nil || source.isEmpty)
    if !source.isEmpty { #expect(formula.html(isBlock: false).markup.hasPrefix("<code class=\"latex\">")) }
  }

  @Test func `a formula nested without end is shown as it is written`() {
    #expect(MathFormula(String(repeating: "{", count: 10_000)).tree == nil)
  }

  @Test func `every formula of the catalog can be read`() {
    for category in Engine.Category.allCases {
      for info in category.entries where !info.formula.description.isEmpty {
        #expect(MathFormula(info.formula.description).tree != nil, "\(info.name): \(info.formula)")
      }
    }
  }
}
