/// One parameter of a component: its name, what it takes, its default and what it is for.
public struct Parameter: Sendable {
  /// Its name as PyTorch or scikit-learn spells it.
  public let name: StaticString
  /// What it takes.
  public let domain: Domain
  /// What it is when left out; nil when it must be given.
  public let fallback: Argument?
  /// One line of help.
  public var help: StaticString { remark.text }
  private let remark: Remark
  /// Whether Python's `None` may be written, which then is `Argument.none`.
  public let takesNone: Bool
  /// Words that may stand in place of the domain's values; the argument then is
  /// `Argument.choice`, a row of these.
  public let words: [StaticString]
  /// Whether the text is the path of a file of the author's.
  public let isFile: Bool

  /// What a parameter takes.
  public enum Domain: Sendable {
    case flag
    case integer(ClosedRange<Int>)
    case real(Bounds)
    /// One word of a list.
    case choice([StaticString])
    /// A list of integers of that length; a single integer stands for a list of one.
    case integers(ClosedRange<Int>, count: ClosedRange<Int>)
    case reals(Bounds, count: ClosedRange<Int>)
    case components(Category)
    /// An expression of the variable `epoch`.
    case formula
    /// A file's path or a column's name.
    case text
  }

  /// The values a real may take.
  public struct Bounds: Sendable, Equatable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double
    /// Whether `lower` itself is allowed; `upper` likewise.
    public let includesLower: Bool
    /// Whether `upper` itself is allowed.
    public let includesUpper: Bool

    /// Whether `value` lies within; NaN does not.
    public func contains(_ value: Double) -> Bool {
      (includesLower ? value >= lower : value > lower) && (includesUpper ? value <= upper : value < upper)
    }

    private init(_ lower: Double, _ upper: Double, _ includesLower: Bool, _ includesUpper: Bool) {
      self.lower = lower
      self.upper = upper
      self.includesLower = includesLower
      self.includesUpper = includesUpper
    }

    /// Every finite real.
    public static let any = Bounds(-.infinity, .infinity, false, false)
    /// Reals above 0.
    public static let positive = Bounds(0, .infinity, false, false)
    /// Reals from 0 on.
    public static let nonnegative = Bounds(0, .infinity, true, false)
    /// From 0 to 1, both allowed.
    public static let unit = Bounds(0, 1, true, true)
    /// Above 0, up to 1.
    public static let share = Bounds(0, 1, false, true)
    /// From 0 on, below 1: decay rates such as Adam's betas.
    public static let belowOne = Bounds(0, 1, true, false)
    /// Between 0 and 1, neither allowed.
    public static let openUnit = Bounds(0, 1, false, false)
    /// From `lower` to `upper`, both allowed.
    public static func within(_ lower: Double, _ upper: Double) -> Bounds { Bounds(lower, upper, true, true) }
  }

  private init(
    _ name: StaticString, _ domain: Domain, _ fallback: Argument?, _ help: Remark,
    takesNone: Bool = false, words: [StaticString] = [], isFile: Bool = false
  ) {
    self.name = name
    self.domain = domain
    self.fallback = fallback
    remark = help
    self.takesNone = takesNone || fallback?.isNone == true
    self.words = words
    self.isFile = isFile
  }
}

extension Parameter {
  /// Word number `row` of those that may be written, whether they are all it takes
  /// or stand in place of numbers.
  public func word(_ row: Int) -> StaticString? {
    let words = if case .choice(let words) = domain { words } else { words }
    return words.indices.contains(row) ? words[row] : nil
  }

  /// The most a count may be: what a lesson can ask for stays far from overflow, on 32 bits too.
  public static let countLimit = 1 << 30

  /// A list of any length; the component says which it needs.
  public static let anyCount = 1...countLimit

  /// Required unless `fallback` is given: an integer in `range`.
  public static func integer(
    _ name: StaticString, in range: ClosedRange<Int> = 1...countLimit, default fallback: Int? = nil,
    _ help: Remark
  ) -> Parameter {
    Parameter(name, .integer(range), fallback.map { .integer($0) }, help)
  }

  /// An integer in `range`, or left out: Python's `None`.
  public static func optionalInteger(
    _ name: StaticString, in range: ClosedRange<Int> = 1...countLimit, _ help: Remark
  ) -> Parameter {
    Parameter(name, .integer(range), Argument.none, help)
  }

  /// Required unless `fallback` is given: a real within `bounds`.
  public static func real(
    _ name: StaticString, in bounds: Bounds = .any, default fallback: Double? = nil, _ help: Remark
  ) -> Parameter {
    Parameter(name, .real(bounds), fallback.map { .real($0) }, help)
  }

  /// A real within `bounds`, or Python's `None`, which it is when left out unless `fallback` is given.
  public static func optionalReal(
    _ name: StaticString, in bounds: Bounds = .any, default fallback: Double? = nil, _ help: Remark
  ) -> Parameter {
    Parameter(name, .real(bounds), fallback.map { .real($0) } ?? Argument.none, help, takesNone: true)
  }

  /// `true` or `false`.
  public static func flag(_ name: StaticString, default fallback: Bool, _ help: Remark) -> Parameter {
    Parameter(name, .flag, .flag(fallback), help)
  }

  /// One word of `words`; `fallback` is a row of it.
  public static func choice(
    _ name: StaticString, _ words: [StaticString], default fallback: Int? = nil, _ help: Remark
  ) -> Parameter {
    Parameter(name, .choice(words), fallback.map { .choice($0) }, help)
  }

  /// One word of `words`, or left out: Python's `None`.
  public static func optionalChoice(
    _ name: StaticString, _ words: [StaticString], _ help: Remark
  ) -> Parameter {
    Parameter(name, .choice(words), Argument.none, help)
  }

  /// A list of integers, each in `range`; or one of `words`.
  public static func integers(
    _ name: StaticString, in range: ClosedRange<Int> = 1...countLimit, count: ClosedRange<Int> = 1...64,
    default fallback: [Int]? = nil, words: [StaticString] = [], _ help: Remark
  ) -> Parameter {
    Parameter(name, .integers(range, count: count), fallback.map { .integers($0) }, help, words: words)
  }

  /// A list of integers, or left out: Python's `None`.
  public static func optionalIntegers(
    _ name: StaticString, in range: ClosedRange<Int> = 1...countLimit, count: ClosedRange<Int> = 1...64,
    _ help: Remark
  ) -> Parameter {
    Parameter(name, .integers(range, count: count), Argument.none, help)
  }

  /// A list of reals, each within `bounds`; `takesNone` where `None` is something else than leaving it out.
  public static func reals(
    _ name: StaticString, in bounds: Bounds = .any, count: ClosedRange<Int> = 1...64,
    default fallback: [Double]? = nil, takesNone: Bool = false, _ help: Remark
  ) -> Parameter {
    Parameter(name, .reals(bounds, count: count), fallback.map { .reals($0) }, help, takesNone: takesNone)
  }

  /// A list of reals, or left out: Python's `None`.
  public static func optionalReals(
    _ name: StaticString, in bounds: Bounds = .any, count: ClosedRange<Int> = 1...64, _ help: Remark
  ) -> Parameter {
    Parameter(name, .reals(bounds, count: count), Argument.none, help)
  }

  /// A list of components of `category`.
  public static func components(
    _ name: StaticString, _ category: Category, _ help: Remark
  ) -> Parameter {
    Parameter(name, .components(category), nil, help)
  }

  /// An expression of `epoch`.
  public static func formula(_ name: StaticString, _ help: Remark) -> Parameter {
    Parameter(name, .formula, nil, help)
  }

  /// The path of a file of the author's, relative to the lesson and within its folder.
  public static func file(_ name: StaticString, _ help: Remark) -> Parameter {
    Parameter(name, .text, nil, help, isFile: true)
  }

  /// A name.
  public static func text(_ name: StaticString, _ help: Remark) -> Parameter {
    Parameter(name, .text, nil, help)
  }
}
