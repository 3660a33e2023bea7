extension NumpyGenerator {
  /// Distinct corners of the unit hypercube as scikit-learn's `_generate_hypercube` draws them, one a row.
  ///
  /// Past 30 dimensions the columns before the last 30 are drawn one by one.
  mutating func corners(_ count: Int, dimensions: Int) -> Matrix {
    let bits = min(dimensions, 30)
    var corners = Matrix(rows: count, columns: dimensions)
    for row in 0..<count {
      for column in 0..<dimensions - bits { corners[row, column] = Double(integer(below: 2)) }
    }
    for (row, corner) in sample(count, of: 1 << bits).enumerated() {
      for bit in 0..<bits { corners[row, dimensions - 1 - bit] = Double(corner >> bit & 1) }
    }
    return corners
  }

  /// Distinct numbers below `population` as `sklearn.utils.random.sample_without_replacement` draws them.
  mutating func sample(_ count: Int, of population: Int) -> [Int] {
    let ratio = Double(count) / Double(population)
    if ratio > 0.01 && ratio < 0.99 { return Array(permutation(population).prefix(count)) }
    return ratio < 0.2 ? distinct(count, of: population) : reservoir(count, of: population)
  }

  /// Draws until each is new.
  private mutating func distinct(_ count: Int, of population: Int) -> [Int] {
    var chosen: [Int] = []
    while chosen.count < count {
      let candidate = integer(below: population)
      if !chosen.contains(candidate) { chosen.append(candidate) }
    }
    return chosen
  }

  /// Starts with the first numbers and lets each later one replace one of them with falling probability.
  private mutating func reservoir(_ count: Int, of population: Int) -> [Int] {
    var chosen = Array(0..<count)
    for candidate in count..<population {
      let place = integer(below: candidate + 1)
      if place < count { chosen[place] = candidate }
    }
    return chosen
  }

  /// A matrix of uniform reals from −1 to 1, which mixes features.
  mutating func mixing(rows: Int, columns: Int) -> Matrix {
    var matrix = uniforms(rows: rows, columns: columns)
    for i in matrix.values.indices { matrix.values[i] = 2 * matrix.values[i] - 1 }
    return matrix
  }
}
