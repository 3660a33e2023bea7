/// What the catalog says of a component: what a lesson may write, and what the reference prints.
public struct Info: Sendable {
  /// Its name as PyTorch or scikit-learn spells it.
  public let name: StaticString
  /// Its parameters, in the order a ``Component``'s arguments have.
  public let parameters: [Parameter]
  /// One sentence: what it does.
  public var summary: StaticString { remarks.summary.text }
  /// The formula in LaTeX's notation, without the dollar signs; empty where there is none.
  public var formula: StaticString { remarks.formula.text }
  /// Paper and year, or the library's documentation.
  public var source: StaticString { remarks.source.text }
  /// Arguments as a lesson writes them: those without a default, and what the reference draws with.
  public var example: StaticString { remarks.example.text }
  private let remarks: (summary: Remark, formula: Remark, source: Remark, example: Remark)

  /// A row of the catalog.
  public init(
    _ name: StaticString, _ parameters: [Parameter] = [], summary: Remark, formula: Remark = "",
    source: Remark, example: Remark = ""
  ) {
    self.name = name
    self.parameters = parameters
    remarks = (summary, formula, source, example)
  }
}

/// Text that the reference prints; nothing in WebAssembly, where no one would read it.
public struct Remark: Sendable, ExpressibleByStringLiteral {
  #if hasFeature(Embedded)
    var text: StaticString { "" }
  #else
    let text: StaticString
  #endif

  /// The text, or nothing.
  @inline(__always)
  public init(stringLiteral text: StaticString) {
    #if !hasFeature(Embedded)
      self.text = text
    #endif
  }
}

/// What every type in the catalog has: its row, and how to make one of the arguments.
public protocol ComponentKind: Sendable {
  /// Its row in the catalog.
  static var info: Info { get }
  /// One with `arguments`, read in the order of `info.parameters` and checked against their domains.
  init(_ arguments: inout Arguments) throws(EngineError)
}

/// What a component asks for that no single parameter's range can say, such as two that must agree.
extension ComponentKind {
  /// The error that says `requirement` of the parameter in row `parameter` does not hold.
  public static func invalid(parameter: Int, _ requirement: StaticString) -> EngineError {
    EngineError(
      .invalidArgument(component: info.name, parameter: info.parameters[parameter].name, requirement))
  }
}
