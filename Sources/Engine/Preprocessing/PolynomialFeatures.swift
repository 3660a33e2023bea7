/// Replaces the features by their products up to a degree.
///
/// x₀, x₁ become 1, x₀, x₁, x₀², x₀x₁, x₁² with degree 2. `degree` may also be the lowest and the highest
/// one. Learns nothing. Throws where no feature is left, and where there would be too many.
struct PolynomialFeatures: TransformKind {
  static let info = Info(
    "PolynomialFeatures",
    [
      .integers("degree", in: 0...32, count: 1...2, default: [2], "highest degree, or lowest and highest"),
      .flag("interaction_only", default: false, "no feature twice in a product"),
      .flag("include_bias", default: true, "a feature that is always 1"),
    ],
    summary: "Replaces the features by their products up to a degree.",
    formula: #"x \leftarrow \left(\textstyle\prod_i x_i^{p_i}\right)_{\sum p_i \le d}"#,
    source: "scikit-learn, sklearn.preprocessing.PolynomialFeatures")

  let degrees: ClosedRange<Int>
  let interactionOnly: Bool
  let includeBias: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    let degree: [Int] = arguments.next()
    interactionOnly = arguments.next()
    includeBias = arguments.next()
    let lowest = degree.count == 2 ? degree[0] : 0
    let highest = degree[degree.count - 1]
    guard lowest <= highest else { throw Self.invalid(parameter: 0, "must not end below its start") }
    degrees = lowest...highest
  }

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    let rows = Double(max(data.train.rows, data.validation?.rows ?? 0))
    try Bounds.check("products of features", count(of: data.train.columns) * rows, limit: Bounds.data)
    let products = products(of: data.train.columns)
    if products.isEmpty { throw Self.invalid(parameter: 0, "leaves no feature") }
    let names = products.map { name($0, in: data.train) }
    data.mapTables { table in
      let x = table.matrix
      var values: [Double] = []
      values.reserveCapacity(x.rows * products.count)
      for row in 0..<x.rows {
        for factors in products { values.append(factors.reversed().reduce(1) { $0 * x[row, $1] }) }
      }
      table.replaceFeatures(by: Matrix(rows: x.rows, columns: products.count, values: values), names: names)
    }
    return Fitted()
  }

  /// How many products there are of up to the highest degree.
  private func count(of features: Int) -> Double {
    var total = 1.0
    var ofDegree = 1.0
    for degree in 1..<degrees.upperBound + 1 {
      let choices = interactionOnly ? features - degree + 1 : features + degree - 1
      ofDegree *= Double(max(choices, 0)) / Double(degree)
      total += ofDegree
    }
    return total
  }

  /// The factors of every product: by degree, then in order of features.
  private func products(of features: Int) -> [[Int]] {
    var result: [[Int]] = includeBias ? [[]] : []
    var last: [[Int]] = [[]]
    for degree in 1..<degrees.upperBound + 1 {
      last = last.flatMap { factors in
        let first = factors.last.map { interactionOnly ? $0 + 1 : $0 } ?? 0
        return (first..<max(features, first)).map { factors + [$0] }
      }
      if degrees.contains(degree) { result += last }
    }
    return result
  }

  /// Such as `x0^2 x1`.
  private func name(_ factors: [Int], in table: Table) -> String {
    var name = ""
    var i = 0
    while i < factors.count {
      let power = factors[i...].prefix { $0 == factors[i] }.count
      if i > 0 { name += " " }
      name += table.name(ofFeature: factors[i])
      if power > 1 { name += "^\(power)" }
      i += power
    }
    return factors.isEmpty ? "1" : name
  }
}
