/// Divides every sample by its norm, so that all have length 1. Learns nothing.
///
/// x ← x / ‖x‖; a sample of zeros stays.
struct Normalizer: TransformKind {
  static let info = Info(
    "Normalizer",
    [.choice("norm", ["l1", "l2", "max"], default: 1, "sum, Euclidean length or largest amount")],
    summary: "Divides every sample by its norm.",
    formula: #"x \leftarrow \frac{x}{\lVert x \rVert}"#,
    source: "scikit-learn, sklearn.preprocessing.Normalizer")

  let norm: Int

  init(_ arguments: inout Arguments) { norm = arguments.next() }

  func apply(to data: inout Partition, seed: UInt32) -> Fitted {
    data.mapTables { table in
      for row in 0..<table.rows {
        let places = row * table.columns..<(row + 1) * table.columns
        let length = divisor(length(of: table.features[places]))
        for i in places { table.features[i] /= length }
      }
    }
    return Fitted()
  }

  private func length(of sample: ArraySlice<Double>) -> Double {
    switch norm {
    case 0: sample.reduce(0) { $0 + abs($1) }
    case 1: sample.reduce(0) { $0 + $1 * $1 }.squareRoot()
    default: sample.reduce(0) { max($0, abs($1)) }
    }
  }
}
