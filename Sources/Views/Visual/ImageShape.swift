import Engine

/// How the features of a lesson on pictures lie in rows and columns.
struct ImageShape {
  let rows: Int
  let columns: Int
  private let range: ClosedRange<Double>

  /// The shape of one channel; nil where the samples are no pictures of one channel.
  init?(_ trace: Trace) {
    let unflattened = trace.model.layers.first { $0.component.name == "Unflatten" }?.output.sizes
    let isDigits = trace.pipeline.load.dataset.name == "load_digits" && trace.load.features == 64
    guard let shape = unflattened?.count == 3 ? unflattened : isDigits ? [1, 8, 8] : nil,
      shape[0] == 1, shape[1] * shape[2] == trace.load.features
    else { return nil }
    rows = shape[1]
    columns = shape[2]
    let low = trace.load.statistics.map(\.minimum).min() ?? 0
    range = low...max(low, trace.load.statistics.map(\.maximum).max() ?? 1)
  }

  /// The picture of `values` as loaded.
  func pixels(_ values: [Double], caption: Caption) -> Pixels {
    Pixels(caption: caption, rows: rows, columns: columns, values: values, range: range, isSigned: false)
  }
}
