import Foundation
import Testing

@testable import Engine
import EngineTestSupport

@Suite struct OptimizerTests {
  struct File: Decodable {
    let constants: Constants
    let cases: [Case]
  }

  /// The objective's constants and where it begins; the formula stands in the file's `meta`.
  struct Constants: Decodable {
    let a: [Double]
    let c: [Double]
    let s: [Double]
    let E: [Double]
    let v0: [Double]
    let M0: [Double]

    /// M's shape: `s` has an entry per column.
    var shape: Shape { Shape(M0.count / s.count, s.count) }

    func gradients(_ v: [Double], _ m: [Double]) -> [[Double]] {
      [
        v.indices.map { a[$0] * (v[$0] - c[$0]) - 0.6 * sin(2 * v[$0]) },
        m.indices.map { s[$0 % s.count] * (m[$0] - E[$0]) + 0.1 * m[$0] * m[$0] * m[$0] },
      ]
    }
  }

  /// A trajectory of `torch.optim`.
  struct Case: Decodable, CustomTestStringConvertible {
    struct Clip: Decodable {
      let kind: String
      let value: Double
      let norm_type: JSON?

      func apply(_ gradients: inout [[Double]]) {
        let all = gradients.flatMap(\.self)
        let norm =
          norm_type?.double == .infinity
          ? all.reduce(0) { max($0, abs($1)) } : all.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for (i, g) in gradients.enumerated() {
          gradients[i] =
            kind == "norm"
            ? g.map { $0 * min(1, value / (norm + 1e-6)) } : g.map { min(max($0, -value), value) }
        }
      }
    }

    let optimizer: String
    let params: [String: JSON]
    let param_groups: [[String: JSON]]?
    let trajectory_v: [[Double]]
    let trajectory_M: [[Double]]
    let clip: Clip?
    let lr_seq: [Double]?
    let zero_grad_steps: [Int]?

    var testDescription: String { "\(optimizer) \(params.keys.sorted())" }

    /// How near the tensors must come after `step` steps.
    ///
    /// Muon's products of more than a few bfloat16 are summed in an order that depends on PyTorch's machine.
    func tolerance(_ shape: Shape, step: Int) -> Double {
      let sumsAlike = optimizer != "Muon" || shape.sizes.allSatisfy { $0 <= 3 }
      return sumsAlike ? 1e-12 : 0.1 * (params["lr"]?.double ?? 1) * Double(step)
    }
  }

  static let file = Result { try Goldens.load("optimizers", as: File.self) }

  static func cases() throws -> [Case] {
    try file.get().cases.filter { catalogHas(.optimizer, $0.optimizer) }
  }

  @Test func `every optimizer of the goldens is in the catalog`() throws {
    #expect(try Self.cases().count == Self.file.get().cases.count)
  }

  @Test(arguments: try cases())
  func `parameters take PyTorch's way`(golden: Case) throws {
    let constants = try Self.file.get().constants
    var tensors = try [Shape(constants.v0.count), constants.shape].enumerated().map {
      let params = golden.params.merging(golden.param_groups?[$0.offset] ?? [:]) { $1 }
      let component = try component(.optimizer, golden.optimizer, params)
      return try OptimizedTensor<Double>(
        component, shape: $0.element, values: $0.offset == 0 ? constants.v0 : constants.M0)
    }
    for step in 1..<golden.trajectory_v.count {
      let tolerance = golden.tolerance(constants.shape, step: step)
      var gradients = constants.gradients(tensors[0].values, tensors[1].values)
      if golden.params["maximize"] == true { gradients = gradients.map { $0.map { -$0 } } }
      if golden.zero_grad_steps?.contains(step - 1) == true {
        gradients = gradients.map { $0.map { _ in 0 } }
      }
      golden.clip?.apply(&gradients)
      for i in tensors.indices { tensors[i].move(gradients[i], step: step, lr: golden.lr_seq?[step - 1]) }
      for (value, expected) in zip(tensors[0].values, golden.trajectory_v[step]) {
        #expect(abs(value - expected) <= tolerance, "v after \(step) steps")
      }
      for (value, expected) in zip(tensors[1].values, golden.trajectory_M[step]) {
        #expect(abs(value - expected) <= tolerance, "M after \(step) steps")
      }
    }
  }

  @Test(arguments: try cases())
  func `float32 goes the same way`(golden: Case) throws {
    let component = try component(.optimizer, golden.optimizer, golden.params)
    let constants = try Self.file.get().constants
    var (single, double) = try (
      OptimizedTensor<Float>(component, shape: constants.shape, values: constants.M0),
      OptimizedTensor<Double>(component, shape: constants.shape, values: constants.M0)
    )
    for step in 1..<4 {
      single.move(constants.E, step: step)
      double.move(constants.E, step: step)
    }
    for (a, b) in zip(single.values, double.values) { #expect(abs(a - b) <= 1e-3) }
  }

  @Test(arguments: ["SGD", "RMSprop"])
  func `a momentum that the schedule sets works where the optimizer began with none`(name: String) throws {
    func path(_ params: [String: JSON], _ momentum: Double?) throws -> [Double] {
      var tensor = try OptimizedTensor<Double>(
        component(.optimizer, name, params), shape: Shape(2), values: [1, -1],
        cyclingMomentum: momentum != nil)
      for step in 1...3 { tensor.move([0.5, 2], step: step, momentum: momentum) }
      return tensor.values
    }
    #expect(try path(["lr": 0.1], 0.8) == path(["lr": 0.1, "momentum": 0.8], nil))
    #expect(try path(["lr": 0.1], 0) == path(["lr": 0.1], nil))
  }

  @Test(
    arguments: [
      ["lr": 0.1, "nesterov": true],
      ["lr": 0.1, "momentum": 0.9, "dampening": 0.1, "nesterov": true],
    ] as [[String: JSON]])
  func `Nesterov without momentum or with dampening is refused`(params: [String: JSON]) throws {
    let component = try component(.optimizer, "SGD", params)
    #expect(throws: EngineError.self) { try Optimizer<Float>(component) }
  }

  /// All but those that look at a tensor as a whole.
  static let elementwise = Catalog.optimizers.map(\.info.name.description)
    .filter { $0 != "Adafactor" && $0 != "Muon" }

  @Test(arguments: elementwise)
  func `each element moves as if it were alone`(name: String) throws {
    let component = try component(.optimizer, name, ["lr": 0.1])
    let values = (0..<19).map { sin(Double($0)) }
    var whole = try OptimizedTensor<Float>(component, shape: Shape(19), values: values)
    var parts = try values.map { try OptimizedTensor<Float>(component, shape: Shape(1), values: [$0]) }
    for step in 1...4 {
      let gradient = (0..<19).map { cos(Double($0 * step)) }
      whole.move(gradient, step: step)
      for i in 0..<19 { parts[i].move([gradient[i]], step: step) }
    }
    #expect(whole.values == parts.flatMap(\.values))
  }

  @Test(arguments: elementwise)
  func `threads that share a weight leave its bits as they are`(name: String) throws {
    let component = try component(.optimizer, name, ["lr": 0.1])
    let row = (0..<300).map { sin(Double($0)) }
    let values = Array(repeating: row, count: 250).flatMap(\.self)
    var whole = try OptimizedTensor<Float>(component, shape: Shape(250, 300), values: values)
    var alone = try OptimizedTensor<Float>(component, shape: Shape(300), values: row)
    for step in 1...2 {
      whole.move(values, step: step)
      alone.move(row, step: step)
    }
    #expect(whole.values == Array(repeating: alone.values, count: 250).flatMap(\.self))
  }

  @Test(arguments: Catalog.optimizers.map(\.info.name.description))
  func `a rate of 0 moves nothing`(name: String) throws {
    let params: [String: JSON] = name == "Rprop" ? ["lr": 0, "step_sizes": [0, 50]] : ["lr": 0]
    var tensor = try OptimizedTensor<Double>(
      component(.optimizer, name, params), shape: Shape(2, 2), values: [1, -2, 3, 0.5])
    for step in 1...3 { tensor.move([0.1, -3, 0, 7], step: step) }
    #expect(tensor.values == [1, -2, 3, 0.5])
  }
}

/// A parameter with its optimizer.
struct OptimizedTensor<S: Scalar> {
  private let optimizer: Optimizer<S>
  private let shape: Shape
  private var elements: [S]
  private var state: [S]
  private let isMoved: Bool

  /// A tensor that stays put where the optimizer does not take its shape.
  init(_ component: Component, shape: Shape, values: [Double], cyclingMomentum: Bool = false) throws {
    optimizer = try Optimizer(component, cyclingMomentum: cyclingMomentum)
    self.shape = shape
    elements = values.map { S($0) }
    state = Array(repeating: 0, count: shape.count * optimizer.slots)
    do {
      try optimizer.check(shape)
      isMoved = true
    } catch { isMoved = false }
  }

  var values: [Double] { elements.map(\.double) }

  mutating func move(_ gradient: [Double], step: Int, lr: Double? = nil, momentum: Double? = nil) {
    guard isMoved else { return }
    let rate = Rate(lr: lr ?? optimizer.base.lr, momentum: momentum ?? optimizer.base.momentum)
    var gradient = gradient.map { S($0) }
    elements.withUnsafeMutableBufferPointer { values in
      gradient.withUnsafeMutableBufferPointer { gradient in
        state.withUnsafeMutableBufferPointer { state in
          guard let values = values.baseAddress, let gradient = gradient.baseAddress else { return }
          let view = ParameterView(
            values: values, gradient: gradient, state: state.baseAddress ?? values, shape: shape,
            count: shape.count)
          optimizer.update(view, step: step, rate: rate)
        }
      }
    }
  }
}
