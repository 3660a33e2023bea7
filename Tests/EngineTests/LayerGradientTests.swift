import Testing

@testable import Engine
import EngineTestSupport

/// Every layer of the catalog, with arguments and shapes drawn at random:
/// what backward says is what forward does.
@Suite struct LayerGradientTests {
  /// The seed of a failure goes here to see it again.
  static let seed = UInt64.random(in: 0..<1 << 32)
  static let tries = 300
  static let wanted = 8

  @Test(arguments: Catalog.layers.indices)
  func `gradients agree with finite differences`(row: Int) throws {
    let name = Catalog.layers[row].info.name.description
    var draw = LayerDraw(seed: Self.seed &+ UInt64(row))
    var found = 0
    for _ in 0..<Self.tries where found < Self.wanted {
      let component = draw.component(row)
      let shape = draw.shape()
      guard var bench = try? LayerBench<Double>(component, shape: shape, seed: draw.next()) else { continue }
      found += 1
      let input = draw.input(of: component, count: shape.reduce(1, *))
      let problem = GradientCheck(&bench, input: input, draw: &draw).problem
      #expect(problem == nil, "\(component.described) on \(shape), seed \(Self.seed)")
    }
    #expect(found > 0, "\(name) took none of \(Self.tries) random shapes and arguments, seed \(Self.seed)")
  }
}

/// Compares the gradients of ⟨cotangent, output⟩ with central differences.
struct GradientCheck {
  /// Where they part; nil where they agree.
  private(set) var problem: String?

  init(_ bench: inout LayerBench<Double>, input: [Double], draw: inout LayerDraw) {
    let (x, y) = (bench.inputs[0], bench.outputs[0])
    let count = bench.rows * y.shape.count
    let cotangent = (0..<count).map { _ in draw.real(-1, 1) }
    bench.write(input, to: bench.workspace.data(x))
    for weight in bench.weights {
      bench.write(
        (0..<weight.shape.count).map { _ in draw.real(-1, 1) }, to: bench.workspace.data(weight))
    }
    // Whatever is not written would be seen.
    bench.write(input.map { _ in Double.nan }, to: bench.workspace.gradient(x))
    for weight in bench.weights {
      bench.write(
        [Double](repeating: .nan, count: weight.shape.count), to: bench.workspace.gradient(weight))
    }
    let generator = bench.workspace.generator
    bench.forward()
    bench.write(cotangent, to: bench.workspace.gradient(y))
    bench.backward()
    let inputGradient = bench.gradient(x)
    let weightGradients = bench.weights.map { bench.gradient($0) }
    func value(_ bench: inout LayerBench<Double>) -> Double {
      bench.workspace.generator = generator
      bench.forward()
      return zip(bench.read(y), cotangent).reduce(0) { $0 + $1.0 * $1.1 }
    }
    func compare(
      _ bench: inout LayerBench<Double>, _ what: String, _ element: UnsafeMutablePointer<Double>,
      _ gradient: Double
    ) {
      let old = element.pointee
      var slope = 0.0
      // Bends and kinks call for a small step, rounding for a large one:
      // a right gradient agrees at one of them.
      for step in [1e-5, 1e-6, 1e-7] {
        element.pointee = old + step
        let above = value(&bench)
        element.pointee = old - step
        let below = value(&bench)
        element.pointee = old
        slope = (above - below) / (2 * step)
        let rounding = (abs(above) + abs(below)) * 1e-14 / step
        if abs(slope - gradient) <= 1e-6 * (1 + abs(slope)) + rounding { return }
      }
      problem = problem ?? "\(what): \(gradient), by differences \(slope)"
    }
    for i in draw.some(input.count) {
      compare(&bench, "input \(i)", bench.workspace.data(x) + i, inputGradient[i])
    }
    for (weight, gradient) in zip(bench.weights, weightGradients) {
      for i in draw.some(weight.shape.count) {
        compare(&bench, "\(weight.name) \(i)", bench.workspace.data(weight) + i, gradient[i])
      }
    }
  }
}
