/// Draws a matrix `[rows, columns]` whose rows, or columns where those are fewer,
/// are orthonormal: `orthogonal_`.
///
/// The factor Q of a matrix of normals, with signs that make R's diagonal positive, times `gain`; computed in
/// double precision. Source: Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics", 2013.
public func orthogonal<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, columns: Int, gain: Double = 1,
  from generator: inout TorchGenerator
) {
  generator.normal(into: values)
  let rows = values.count / max(columns, 1)
  let isWide = rows < columns
  var vectors = Vectors(
    elements: values.map { $0.double }, count: min(rows, columns), size: max(rows, columns),
    step: isWide ? columns : 1, stride: isWide ? 1 : columns)
  for vector in 0..<vectors.count { vectors.orthonormalize(vector) }
  for index in values.indices { values[index] = S(gain) * S(vectors.elements[index]) }
}

/// Some vectors within a matrix: its rows or its columns.
private struct Vectors {
  var elements: [Double]
  let count: Int
  let size: Int
  /// From one vector to the next.
  let step: Int
  /// From one element of a vector to the next.
  let stride: Int

  /// Makes a vector orthogonal to those before it and 1 long: Gram and Schmidt, twice over against rounding.
  mutating func orthonormalize(_ vector: Int) {
    for _ in 0..<2 {
      for other in 0..<vector {
        let share = product(vector, other)
        for index in 0..<size {
          elements[vector * step + index * stride] -= share * elements[other * step + index * stride]
        }
      }
    }
    let length = product(vector, vector).squareRoot()
    for index in 0..<size { elements[vector * step + index * stride] /= length }
  }

  private func product(_ vector: Int, _ other: Int) -> Double {
    var sum = 0.0
    for index in 0..<size {
      sum += elements[vector * step + index * stride] * elements[other * step + index * stride]
    }
    return sum
  }
}
