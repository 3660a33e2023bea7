import Lessons
import Testing

@Suite struct `Formulas as text` {
  @Test(arguments: [
    (#"\frac{1}{2}(a - b)"#, "½(a − b)"), (#"\frac{T_{cur}}{T_{max}}\pi"#, "T_cur/T_max · π"),
    (#"x^2 + y^{-1}"#, "x² + y⁻¹"),
    (#"\frac{a+b}{c}"#, "(a + b)/c"), (#"\sum_{i=1}^{n} w_i x_i"#, "∑ᵢ₌₁ⁿ wᵢ xᵢ"),
    (#"\sqrt{x + 1}"#, "√(x + 1)"),
    (#"\hat{y} = \sigma(w \cdot x + b)"#, "ŷ = σ(w · x + b)"),
    (#"\theta_{t+1} = \theta_t - \eta g_t"#, "θₜ₊₁ = θₜ − ηgₜ"),
    (#"e^{-\lambda t}"#, "e^(−λt)"), (#"\mathbb{E}[x] \approx 0"#, "𝔼[x] ≈ 0"), (#"p(y \mid x)"#, "p(y | x)"),
    (#"\lVert g \rVert_2"#, "‖g‖₂"),
    (#"\text{loss} = -\log p"#, "loss = −log p"), ("{{{", "{{{"), ("}", "}"), (#"\"#, #"\"#),
    (#"1 + \cos \frac{\pi t}{T_{\max}}"#, "1 + cos(πt/T_max)"), (#"\frac{g}{\sqrt{fan}}"#, "g/√(fan)"),
    (#"\cos\frac{\pi (t+1)}{T}"#, "cos(π(t + 1)/T)"), (#"\frac{\min(t, T)}{T}"#, "min(t, T)/T"),
    (#"\frac{1}{n} \sum_i x_i"#, "1/n · ∑ᵢ xᵢ"), (#"\frac{1}{2(a + b)}"#, "1/(2(a + b))"),
    (#"\begin{cases} x & x > 0 \\ 0 \end{cases}"#, "{x  x > 0\n{0"),
    (
      #"y = \begin{cases} x + 1 & x > 0 \\ 0 & \text{else} \end{cases}"#,
      "y = {x + 1  x > 0\n    {0      else"
    ),
    (#"A = \begin{pmatrix} 1 & 20 \\ 300 & 4 \end{pmatrix} x"#, "A = (1    20)x\n    (300  4 )"),
    (#"\text{more than } p \text{ steps}"#, "more than p steps"), (#"a = 1, \qquad b = 2"#, "a = 1,  b = 2"),
  ]) func `a formula reads as text`(latex: String, text: String) {
    #expect(FormulaText.text(of: latex) == text)
  }

  @Test func `a formula of a hundred thousand braces ends`() {
    _ = FormulaText.text(of: String(repeating: "{", count: 100_000))
    _ = FormulaText.text(of: String(repeating: #"\frac"#, count: 100_000))
  }

  @Test func `the words of prose have its formulas as text`() {
    let prose: [Inline] = [.text("The rate "), .emphasis([.math(#"\eta_t"#)]), .text(" falls.")]
    #expect(prose.plainText == "The rate ηₜ falls.")
  }
}
