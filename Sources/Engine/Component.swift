/// A component as a lesson names it: a row of the catalog and what its parameters were set to.
///
/// A plain value: no closures, no tensors. The catalog turns it into something that runs.
public struct Component: Sendable, Equatable {
  /// Which list of the catalog it is in.
  public var category: Category
  /// Its row in that list.
  public var row: Int
  /// One argument per parameter, in the catalog's order; defaults filled in.
  public var arguments: [Argument]
  /// For a layer: what replaces its default initialisation, such as `weight: kaiming_normal_`.
  public var initializers: [Initialization]

  /// A component of `row` in the list of `category`.
  public init(
    _ category: Category, row: Int, arguments: [Argument], initializers: [Initialization] = []
  ) {
    self.category = category
    self.row = row
    self.arguments = arguments
    self.initializers = initializers
  }

  /// What the catalog says of it.
  public var info: Info {
    guard let info = category.info(row: row) else { preconditionFailure("no such row in the catalog") }
    return info
  }

  /// Whether it is of the kind that `info` tells of.
  func isKind(_ info: Info) -> Bool {
    let name = self.info.name
    return name.utf8CodeUnitCount == info.name.utf8CodeUnitCount
      && (0..<name.utf8CodeUnitCount).allSatisfy { name.utf8Start[$0] == info.name.utf8Start[$0] }
  }
}

/// The kinds of component there are; each has its list in ``Catalog``.
public enum Category: UInt8, Sendable, CaseIterable {
  case dataset, transform, layer, loss, optimizer, scheduler, metric, initializer, splitter
}

/// What one parameter of a component is set to.
public enum Argument: Sendable, Equatable {
  /// Python's `None`: left out, or settled by the shapes.
  case none
  case flag(Bool)
  case integer(Int)
  case real(Double)
  /// The row in the parameter's list of choices.
  case choice(Int)
  case integers([Int])
  case reals([Double])
  case components([Component])
  case formula(Formula)
  /// A path relative to the lesson, or free text.
  case text(String)

  /// Whether it is `None`: asked this way, no strings are compared,
  /// which would take the Unicode tables to the browser.
  public var isNone: Bool { if case .none = self { true } else { false } }
}

/// One parameter's draw that replaces the layer's own.
public struct Initialization: Sendable, Equatable {
  /// Which parameter of the layer, by its place in the order the layer makes them (weight 0, bias 1).
  public var parameter: Int
  /// The initializer, from `Catalog.initializers`.
  public var component: Component

  /// Draws parameter number `parameter` of a layer with `component`.
  public init(parameter: Int, component: Component) {
    self.parameter = parameter
    self.component = component
  }
}

/// The arguments of a component, read in the order of its parameters.
///
/// ```swift
/// init(_ arguments: inout Arguments) { stepSize = arguments.next(); gamma = arguments.next() }
/// ```
public struct Arguments {
  private let values: [Argument]
  private var index = 0

  /// Reads `values` from the first on.
  public init(_ values: [Argument]) { self.values = values }

  private mutating func take() -> Argument {
    precondition(index < values.count, "more arguments read than the catalog lists")
    defer { index += 1 }
    return values[index]
  }

  /// The next argument, a flag.
  public mutating func next() -> Bool {
    guard case .flag(let value) = take() else { preconditionFailure("not a flag") }
    return value
  }

  /// The next argument, an integer or the row of a choice.
  public mutating func next() -> Int {
    switch take() {
    case .integer(let value), .choice(let value): return value
    default: preconditionFailure("not an integer")
    }
  }

  /// The next argument, a real.
  public mutating func next() -> Double {
    switch take() {
    case .real(let value): return value
    case .integer(let value): return Double(value)
    default: preconditionFailure("not a real")
    }
  }

  /// The next argument, an integer, or nil for `None`.
  public mutating func next() -> Int? {
    switch take() {
    case .none: return nil
    case .integer(let value), .choice(let value): return value
    default: preconditionFailure("not an optional integer")
    }
  }

  /// The next argument, a real, or nil for `None`.
  public mutating func next() -> Double? {
    switch take() {
    case .none: return nil
    case .real(let value): return value
    case .integer(let value): return Double(value)
    default: preconditionFailure("not an optional real")
    }
  }

  /// The next argument, integers (a single one counts as a list of one).
  public mutating func next() -> [Int] {
    switch take() {
    case .none: return []
    case .integers(let values): return values
    case .integer(let value): return [value]
    default: preconditionFailure("not integers")
    }
  }

  /// The next argument, reals (a single one counts as a list of one).
  public mutating func next() -> [Double] {
    switch take() {
    case .none: return []
    case .reals(let values): return values
    case .integers(let values): return values.map { Double($0) }
    case .real(let value): return [value]
    case .integer(let value): return [Double(value)]
    default: preconditionFailure("not reals")
    }
  }

  /// The next argument, whatever it is.
  public mutating func next() -> Argument { take() }

  /// The next argument, a list of components.
  public mutating func next() -> [Component] {
    guard case .components(let values) = take() else { preconditionFailure("not components") }
    return values
  }

  /// The next argument, a formula.
  public mutating func next() -> Formula {
    guard case .formula(let value) = take() else { preconditionFailure("not a formula") }
    return value
  }
}
