/// One step of a recurrent layer, unit by unit: what gates make of their sums and the state before.
///
/// Sums come in two halves, from the input and from the state, each bias added.
/// A step turns the input's half into the gates' activations, in place, for the way back.
protocol RecurrentCell: Sendable {
  /// Gates per unit.
  static var gates: Int { get }
  /// Whether a cell state is carried beside the hidden one.
  static var hasCell: Bool { get }
  /// The new state of unit `unit` of `size`, from the states before.
  func step<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafeMutablePointer<S>, _ fromState: UnsafePointer<S>,
    _ state: (hidden: S, cell: S)
  ) -> (hidden: S, cell: S)
  /// Writes the gradients of both halves of the sums, and answers with those of the states before.
  func back<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafePointer<S>, _ fromState: UnsafePointer<S>,
    _ before: (hidden: S, cell: S), _ after: (hidden: S, cell: S), _ gradient: (hidden: S, cell: S),
    to sums: (input: UnsafeMutablePointer<S>, state: UnsafeMutablePointer<S>)
  ) -> (hidden: S, cell: S)
}

/// h′ = f(Wx + b + Uh + c), f the hyperbolic tangent or ReLU.
struct ElmanCell: RecurrentCell {
  static var gates: Int { 1 }
  static var hasCell: Bool { false }
  let rectifies: Bool

  func step<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafeMutablePointer<S>, _ fromState: UnsafePointer<S>,
    _ state: (hidden: S, cell: S)
  ) -> (hidden: S, cell: S) {
    let sum = gates[unit] + fromState[unit]
    gates[unit] = rectifies ? (sum < 0 ? 0 : sum) : S.tanh(sum)
    return (gates[unit], 0)
  }

  func back<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafePointer<S>, _ fromState: UnsafePointer<S>,
    _ before: (hidden: S, cell: S), _ after: (hidden: S, cell: S), _ gradient: (hidden: S, cell: S),
    to sums: (input: UnsafeMutablePointer<S>, state: UnsafeMutablePointer<S>)
  ) -> (hidden: S, cell: S) {
    let h = gates[unit]
    let sum = gradient.hidden * (rectifies ? (h > 0 ? 1 : 0) : 1 - h * h)
    sums.input[unit] = sum
    sums.state[unit] = sum
    return (0, 0)
  }
}

/// r = σ(…), z = σ(…), n = tanh(Wx + b + r (Uh + c)), h′ = (1 − z) n + z h; gates in the order r, z, n.
struct GatedCell: RecurrentCell {
  static var gates: Int { 3 }
  static var hasCell: Bool { false }

  func step<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafeMutablePointer<S>, _ fromState: UnsafePointer<S>,
    _ state: (hidden: S, cell: S)
  ) -> (hidden: S, cell: S) {
    let (i, j, k) = (unit, unit &+ size, unit &+ 2 &* size)
    let r = S.sigmoid(gates[i] + fromState[i])
    let z = S.sigmoid(gates[j] + fromState[j])
    let n = S.tanh(gates[k] + r * fromState[k])
    (gates[i], gates[j], gates[k]) = (r, z, n)
    return ((1 - z) * n + z * state.hidden, 0)
  }

  func back<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafePointer<S>, _ fromState: UnsafePointer<S>,
    _ before: (hidden: S, cell: S), _ after: (hidden: S, cell: S), _ gradient: (hidden: S, cell: S),
    to sums: (input: UnsafeMutablePointer<S>, state: UnsafeMutablePointer<S>)
  ) -> (hidden: S, cell: S) {
    let (i, j, k) = (unit, unit &+ size, unit &+ 2 &* size)
    let (r, z, n) = (gates[i], gates[j], gates[k])
    let dn = gradient.hidden * (1 - z) * (1 - n * n)
    let dz = gradient.hidden * (before.hidden - n) * z * (1 - z)
    let dr = dn * fromState[k] * r * (1 - r)
    (sums.input[i], sums.input[j], sums.input[k]) = (dr, dz, dn)
    (sums.state[i], sums.state[j], sums.state[k]) = (dr, dz, dn * r)
    return (gradient.hidden * z, 0)
  }
}

/// c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′); gates in the order i, f, g, o.
struct LongShortTermCell: RecurrentCell {
  static var gates: Int { 4 }
  static var hasCell: Bool { true }

  func step<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafeMutablePointer<S>, _ fromState: UnsafePointer<S>,
    _ state: (hidden: S, cell: S)
  ) -> (hidden: S, cell: S) {
    let (a, b, c, d) = (unit, unit &+ size, unit &+ 2 &* size, unit &+ 3 &* size)
    let i = S.sigmoid(gates[a] + fromState[a])
    let f = S.sigmoid(gates[b] + fromState[b])
    let g = S.tanh(gates[c] + fromState[c])
    let o = S.sigmoid(gates[d] + fromState[d])
    (gates[a], gates[b], gates[c], gates[d]) = (i, f, g, o)
    let cell = f * state.cell + i * g
    return (o * S.tanh(cell), cell)
  }

  func back<S: Scalar>(
    _ unit: Int, of size: Int, _ gates: UnsafePointer<S>, _ fromState: UnsafePointer<S>,
    _ before: (hidden: S, cell: S), _ after: (hidden: S, cell: S), _ gradient: (hidden: S, cell: S),
    to sums: (input: UnsafeMutablePointer<S>, state: UnsafeMutablePointer<S>)
  ) -> (hidden: S, cell: S) {
    let (a, b, c, d) = (unit, unit &+ size, unit &+ 2 &* size, unit &+ 3 &* size)
    let (i, f, g, o) = (gates[a], gates[b], gates[c], gates[d])
    let t = S.tanh(after.cell)
    let cell = gradient.cell + gradient.hidden * o * (1 - t * t)
    sums.input[a] = cell * g * i * (1 - i)
    sums.input[b] = cell * before.cell * f * (1 - f)
    sums.input[c] = cell * i * (1 - g * g)
    sums.input[d] = gradient.hidden * t * o * (1 - o)
    (sums.state[a], sums.state[b]) = (sums.input[a], sums.input[b])
    (sums.state[c], sums.state[d]) = (sums.input[c], sums.input[d])
    return (0, cell * f)
  }
}
