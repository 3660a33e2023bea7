extension Step.Strip {
  /// How many units a line of a picture has where the cells are no maps.
  private static let perLine = 32
  /// Of more maps, or lines of units, than this, the first are drawn.
  private static let (mostMaps, mostLines) = (8, 32)

  /// Whether the cells are too many for a table, so that ``pictures`` stand for them.
  public var isDrawn: Bool { cells.count > Pixels.mostCells }

  /// How many of the cells ``pictures`` show: all, or the first of many.
  public var drawn: Int {
    let most = map.map { Self.mostMaps * $0.rows * $0.columns } ?? Self.mostLines * Self.perLine
    return isDrawn ? min(cells.count, most) : cells.count
  }

  /// The cells as pictures: each feature map, or lines of units; none of few cells that are no maps.
  public var pictures: [Pixels] {
    let lines = isDrawn ? Map(rows: (drawn - 1) / Self.perLine + 1, columns: Self.perLine) : nil
    guard let shape = map ?? lines, shape.rows * shape.columns > 0 else { return [] }
    let size = shape.rows * shape.columns
    let isSigned = cells.contains { $0.value < 0 }
    return stride(from: 0, to: drawn, by: size).enumerated().map { number, start in
      let places = start..<min(start + size, drawn)
      return Pixels(
        caption: Caption("\(number + 1)", reading: "", hue: caption.hue), rows: shape.rows,
        columns: shape.columns, values: cells[places].map(\.value),
        range: (isSigned ? -scale : 0)...max(scale, 0), isSigned: isSigned,
        chosen: chosen.flatMap { places.contains($0) ? $0 - start : nil })
    }
  }

  /// The numbers that ``pictures`` show, in their lines; none of cells that are a table themselves.
  public var lines: [(title: String, cells: ArraySlice<Tensor.Cell>)] {
    guard isDrawn, let picture = pictures.first else { return [] }
    return stride(from: 0, to: drawn, by: picture.columns).map { start in
      let line = start / picture.columns
      let title =
        map == nil
        ? "from unit \(start + 1)" : "map \(line / picture.rows + 1), row \(line % picture.rows + 1)"
      return (title, cells[start..<min(start + picture.columns, drawn)])
    }
  }
}
