import Engine

/// What features and classes are called.
struct Names {
  let features: [String]
  let classes: [String]
  /// Whether features are tokens of a text, whose numbers have no size.
  let hasTokens: Bool

  /// Transforms whose columns are no features any more, also where they are as many.
  private static let mixing: Set = ["PCA", "PolynomialFeatures", "OneHotEncoder"]

  /// The names of what was loaded, as far as they are still those of the columns after `transforms`.
  init(_ load: LoadTrace, after transforms: [Component] = []) {
    features = transforms.contains { Self.mixing.contains($0.name) } ? [] : load.featureNames
    classes = load.classNames
    hasTokens = load.hasTokens
  }

  /// Feature `index` of `count`: its own name, or x with its number where a transform made other columns.
  func feature(_ index: Int, of count: Int) -> [Inline] {
    features.count == count ? [.text(features[index])] : [.symbol("x", index: "\(index + 1)")]
  }

  /// The same as plain text.
  func featureText(_ index: Int, of count: Int) -> String {
    features.count == count ? features[index] : "x" + Self.subscripted(index + 1)
  }

  /// The names of the `count` inputs of a model, where they are the features as loaded, and no tokens.
  func inputs(_ count: Int) -> [String] { features.count == count && !hasTokens ? features : [] }

  /// Class `number`.
  func `class`(_ number: Double) -> String {
    let number = Int(number)
    return classes.indices.contains(number) ? classes[number] : "\(number)"
  }

  /// What a feature of the value `number` is called, where features are tokens; nil elsewhere.
  func token(_ number: Double) -> String? {
    guard hasTokens, let place = Int(exactly: number), classes.indices.contains(place) else { return nil }
    return classes[place]
  }

  /// `number` in Unicode's subscript digits.
  static func subscripted(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(UnicodeScalar(0x2080 + $0.value - 0x30) ?? $0) })
  }
}
