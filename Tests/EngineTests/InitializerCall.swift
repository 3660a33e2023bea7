@testable import Engine

/// A call of `torch.nn.init` as Python writes it: `nn.init.kaiming_normal_(t, mode='fan_out', a=0.2)`.
struct InitializerCall {
  let name: String
  /// What stands between the commas behind the tensor: keyword, or nothing, and value.
  private let arguments: [(keyword: String, value: String)]

  init?(_ text: String) {
    guard text.hasPrefix("nn.init."), text.hasSuffix(")"), let open = text.firstIndex(of: "(") else {
      return nil
    }
    name = String(text[..<open].dropFirst("nn.init.".count))
    var depth = 0
    var parts = [""]
    for character in text[open...].dropFirst().dropLast() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    arguments = parts.dropFirst().map { part in
      let sides = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1).map(String.init)
      return sides.count == 2 ? (sides[0], sides[1]) : ("", sides.joined())
    }
  }

  /// What init.json says of float64: normals to 1e-15 of their value, the QR decomposition to 1e-12.
  var tolerance: Double { name == "orthogonal_" ? 1e-12 : name.contains("normal_") ? 1e-15 : 0 }
  /// Below this size differences count against it instead of the value.
  var scale: Double { name == "orthogonal_" ? 1 : abs(number("mean", 0, 0)) }

  /// Fills `values`; false where the function is none that we know.
  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, _ shape: [Int], _ g: inout TorchGenerator
  ) -> Bool {
    let fan = Fan(shape)
    let side = text("mode", 1, "fan_in") == "fan_out" ? fan.output : fan.input
    let rectifier = gain(text("nonlinearity", 2, "leaky_relu"), number("a", 0, 0))
    let columns = shape.dropFirst().reduce(1, *)
    let gain = number("gain", 0, 1)
    switch name {
    case "uniform_": g.uniform(into: values, from: number("a", 0, 0), to: number("b", 1, 1))
    case "normal_": g.normal(into: values, mean: number("mean", 0, 0), std: number("std", 1, 1))
    case "xavier_uniform_": xavierUniform(values, fan: fan, gain: gain, from: &g)
    case "xavier_normal_": xavierNormal(values, fan: fan, gain: gain, from: &g)
    case "kaiming_uniform_": kaimingUniform(values, fan: side, gain: rectifier, from: &g)
    case "kaiming_normal_": kaimingNormal(values, fan: side, gain: rectifier, from: &g)
    case "orthogonal_": orthogonal(values, columns: columns, gain: gain, from: &g)
    case "eye_": identity(values, columns: columns)
    case "constant_": values.update(repeating: S(number("val", 0, 0)))
    case "zeros_": values.update(repeating: 0)
    case "ones_": values.update(repeating: 1)
    case "trunc_normal_":
      truncatedNormal(
        values, mean: number("mean", 0, 0), std: number("std", 1, 1), lower: number("a", 2, -2),
        upper: number("b", 3, 2), from: &g)
    default: return false
    }
    return true
  }

  private func text(_ keyword: String, _ position: Int, _ fallback: String) -> String {
    let named = arguments.first { $0.keyword == keyword }
    let placed = position < arguments.count && arguments[position].keyword.isEmpty ? arguments[position] : nil
    return (named ?? placed)?.value.filter { $0 != "'" && $0 != "\"" } ?? fallback
  }

  private func number(_ keyword: String, _ position: Int, _ fallback: Double) -> Double {
    let value = text(keyword, position, "\(fallback)")
    guard let open = value.firstIndex(of: "("), value.contains("calculate_gain") else {
      return Double(value) ?? fallback
    }
    let inner = value[open...].dropFirst().dropLast().split(separator: ",").map { $0.filter { $0 != " " } }
    return gain(inner.first ?? "", inner.dropFirst().first.flatMap { Double($0) } ?? 0.01)
  }

  private func gain(_ nonlinearity: String, _ slope: Double) -> Double {
    switch nonlinearity {
    case "tanh": Gain.tanh
    case "relu": Gain.relu
    case "selu": Gain.selu
    case "leaky_relu": Gain.leakyReLU(slope: slope)
    default: Gain.linear
    }
  }
}
