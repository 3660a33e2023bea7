/// What the catalog says of a component: what a lesson may write, and what the reference prints.
public struct Info: Sendable {
  /// Its name as PyTorch or scikit-learn spells it.
  public let name: StaticString
  /// Its parameters, in the order a ``Component``'s arguments have.
  public let parameters: [Parameter]
  /// One sentence: what it does.
  @Unembedded public var summary: StaticString
  /// The formula in LaTeX's notation, without the dollar signs; empty where there is none.
  @Unembedded public var formula: StaticString
  /// Paper and year, or the library's documentation.
  @Unembedded public var source: StaticString
  /// Arguments as a lesson writes them: those without a default, and what the reference draws with.
  @Unembedded public var example: StaticString

  /// A row of the catalog.
  @inline(__always)
  public init(
    _ name: StaticString, _ parameters: [Parameter] = [], summary: StaticString, formula: StaticString = "",
    source: StaticString, example: StaticString = ""
  ) {
    self.name = name
    self.parameters = parameters
    _summary = Unembedded(wrappedValue: summary)
    _formula = Unembedded(wrappedValue: formula)
    _source = Unembedded(wrappedValue: source)
    _example = Unembedded(wrappedValue: example)
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

/// Text that the reference prints and a page's engine has no use for: empty in WebAssembly, where it would take room.
@propertyWrapper
public struct Unembedded: Sendable {
  #if hasFeature(Embedded)
    /// Nothing.
    public var wrappedValue: StaticString { "" }
  #else
    /// The text.
    public let wrappedValue: StaticString
  #endif

  /// Keeps `wrappedValue`, or forgets it.
  @inline(__always)
  public init(wrappedValue: StaticString) {
    #if !hasFeature(Embedded)
      self.wrappedValue = wrappedValue
    #endif
  }
}
