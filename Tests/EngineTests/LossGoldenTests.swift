import Testing

@testable import Engine
import EngineTestSupport

/// A loss of `layers.json`: what PyTorch made of input and target, and the gradient of ⟨cotangent, output⟩.
struct LossCase: Decodable, Sendable {
  let name: String
  let loss: String
  let args: [String: JSON]
  let input: Goldens.Tensor
  let target: Goldens.Tensor
  let output: Goldens.Tensor
  let cotangent: Goldens.Tensor
  let grad_input: Goldens.Tensor

  private struct File: Decodable { let losses: [LossCase] }

  /// The cases whose loss the catalog has.
  static var all: [LossCase] {
    get throws {
      try Goldens.load("layers", as: File.self).losses.filter { catalogHas(.loss, $0.loss) }
    }
  }
}

@Suite struct LossGoldenTests {
  @Test func `losses agree with PyTorch in double precision`() throws {
    for loss in try LossCase.all { try check(loss, Double.self, tolerance: 1e-12) }
  }

  @Test func `losses agree with PyTorch in single precision`() throws {
    for loss in try LossCase.all { try check(loss, Float.self, tolerance: 1e-5) }
  }

  /// Unreduced losses are compared term by term: the gradient of a term is that of the sum.
  private func check<S: Scalar>(_ golden: LossCase, _: S.Type, tolerance: Double) throws {
    let isUnreduced = golden.args["reduction"] == "none"
    var args = golden.args
    if isUnreduced { args["reduction"] = "sum" }
    let loss = try Loss<S>(component(.loss, golden.loss, args))
    let input = golden.input.data.map { S($0) }
    let target = golden.target.data.map { S($0) }
    var gradient = [S](repeating: 0, count: input.count)
    var terms = [S](repeating: 0, count: input.count)
    let total = gradient.withUnsafeMutableBufferPointer { gradient in
      terms.withUnsafeMutableBufferPointer { terms in
        input.withUnsafeBufferPointer { input in
          target.withUnsafeBufferPointer { target -> S in
            guard let output = input.baseAddress, let target = target.baseAddress else { return .nan }
            return loss.evaluateBatch(
              LossBatch(
                output: output, target: target, rows: golden.input.shape[0],
                shape: Shape(Array(golden.input.shape.dropFirst())), gradient: gradient.baseAddress,
                terms: terms.baseAddress,
                targetsAreProbabilities: golden.input.shape == golden.target.shape))
          }
        }
      }
    }
    let count = golden.output.data.count
    let found = isUnreduced ? terms[..<count].map { $0.double } : [total.double]
    let cotangent = golden.cotangent.data
    let spread = input.count / cotangent.count
    let slopes = gradient.enumerated().map { $1.double * cotangent[$0 / spread] }
    #expect(
      mismatch(found, golden.output.data, tolerance: tolerance) == nil, "\(golden.name) \(golden.args)")
    #expect(
      mismatch(slopes, golden.grad_input.data, tolerance: tolerance) == nil,
      "\(golden.name) \(golden.args): gradient")
  }
}
