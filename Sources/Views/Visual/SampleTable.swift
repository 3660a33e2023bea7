import Engine

/// Rows of samples as a tinted table; of many columns the first and the last are kept.
struct SampleTable {
  let sample: Sample
  let names: Names
  /// Whether the target is a class number.
  let classifies: Bool

  /// Which columns are shown; nil stands for those that are left out.
  static func shown(of count: Int) -> [Int?] {
    count <= 8 ? Array(0..<count) : [0, 1, 2, 3, nil, count - 2, count - 1]
  }

  /// The table called `name`; what comes before the range of its values is `lead`.
  func tensor(_ name: String, lead: String, hue: Hue) -> Tensor {
    let shown = Self.shown(of: sample.columns)
    let width = sample.columns
    let rows = sample.rows.indices.map { row in
      shown.map { column in column.map { sample.features[row * width + $0] } }
    }
    let values = rows.flatMap { $0.compactMap { $0 } }
    let (format, targetFormat) = (ColumnFormat(short: values), ColumnFormat(short: sample.targets))
    let targets = sample.rows.isEmpty ? 0 : sample.targets.count / sample.rows.count
    return Tensor(
      caption: Caption(name, reading: reading(values, lead: lead), hue: hue),
      columns: shown.map { $0.map { names.feature($0, of: width) } }
        + (0..<targets).map { targets == 1 ? [.text("y")] : [.symbol("y", index: "\($0 + 1)")] },
      rows: zip(sample.rows, rows).enumerated().map { place, row in
        .init(
          title: "\(row.0)",
          cells: row.1.map { $0.map { cell($0, format) } }
            + sample.targets[place * targets..<(place + 1) * targets].map {
              .init(0, text: classifies ? names.class($0) : targetFormat.text($0))
            })
      }, scale: values.map(\.magnitude).max() ?? 1)
  }

  /// A number tinted by its size, or the token that it stands for.
  private func cell(_ value: Double, _ format: ColumnFormat) -> Tensor.Cell {
    names.token(value).map { .init(0, text: $0) } ?? .init(value, text: format.text(value))
  }

  private func reading(_ values: [Double], lead: String) -> String {
    if names.hasTokens { return lead + ": y is the token that comes next." }
    guard let low = values.min(), let high = values.max() else { return lead + "." }
    if low == high {
      return
        "\(lead): \(values.count == 1 ? "the value shown is" : "all values shown are") \(Numbers.number(low))."
    }
    return "\(lead): the values shown range from \(Numbers.number(low)) to \(Numbers.number(high))."
  }
}

extension ColumnFormat {
  /// Two decimals for ordinary numbers, as a table has room for; more where all of `values` are small.
  init(short values: [Double]) {
    let largest = values.map(\.magnitude).max() ?? 1
    self.init(decimals: values.allSatisfy { $0 == $0.rounded() } ? 0 : max(2, 1 - Numbers.exponent(largest)))
  }
}
