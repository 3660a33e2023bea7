/// Multiplies and adds: x ← x · scale + offset, as Keras's layer of that name. Learns nothing.
struct Rescaling: TransformKind {
  static let info = Info(
    "Rescaling",
    [.real("scale", "multiplies every feature"), .real("offset", default: 0, "is added after that")],
    summary: "Multiplies every feature by a number and adds another.",
    formula: #"x \leftarrow s x + b"#,
    source: "Keras, keras.layers.Rescaling",
    example: "scale: 0.0625")

  let scale: Double
  let offset: Double

  init(_ arguments: inout Arguments) {
    scale = arguments.next()
    offset = arguments.next()
  }

  func apply(to data: inout Partition, seed: UInt32) -> Fitted {
    data.mapFeatures { x, _ in x * scale + offset }
    return Fitted()
  }
}
