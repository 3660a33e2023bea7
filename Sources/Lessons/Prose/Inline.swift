/// A run of text within a block.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  /// `destination` is an http, https or mailto address, or a relative path.
  case link(destination: String, [Inline])
  case lineBreak
  /// A formula in the line, in LaTeX's notation without the dollar signs.
  case math(String)
  case value(Value)
  case claim(Claim)

  /// A code span that begins with `=`: the run fills it in.
  public struct Value: Sendable, Equatable {
    /// What the run evaluates.
    public var expression: Expression
    /// How the result is written.
    public var format: ValueFormat
    /// The expression as it is written, without its format.
    public var text: String
    /// What stands between the backticks.
    public var range: SourceRange
  }

  /// A code span that begins with `?`: the run must bear it out.
  public struct Claim: Sendable, Equatable {
    /// What the run evaluates.
    public var expression: Expression
    /// The expression as it is written.
    public var text: String
    /// What stands between the backticks.
    public var range: SourceRange
  }
}
