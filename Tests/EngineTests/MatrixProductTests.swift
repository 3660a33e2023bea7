import CKernels
import Testing

@testable import Engine

@Suite(.serialized) struct MatrixProductTests {
  @Test func `every kernel has the bits of the naive loop`() {
    var draw = LayerDraw(seed: 11)
    for _ in 0..<200 {
      check(RandomProduct<Float>(&draw))
      check(RandomProduct<Double>(&draw))
    }
  }

  @Test(arguments: [0, 0.5, 0.9])
  func `threads that share a product leave its bits as they are`(zeros: Double) {
    var draw = LayerDraw(seed: 12)
    defer { gb_limit_threads(.max) }
    for _ in 0..<12 {
      let product = RandomProduct<Float>(
        &draw, rows: draw.integer(90, 120), inner: draw.integer(100, 200), columns: draw.integer(150, 300),
        zeros: zeros)
      gb_limit_threads(1)
      let alone = product.found()
      gb_limit_threads(.max)
      #expect(product.found() == alone, "\(product)")
    }
  }

  private func check<S: Scalar>(_ product: RandomProduct<S>) {
    let expected = product.expected()
    defer { gb_limit_vectors(0) }
    for limit in 0...2 {
      gb_limit_vectors(Int32(limit))
      let found = product.found()
      #expect(
        zip(found, expected).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }, "\(product) at limit \(limit)")
    }
  }
}

/// A product of random shape, its operands transposed or not, its rows apart or not, begun from 0 or from C;
/// sometimes half of A is 0, and now and then something in B is not finite.
private struct RandomProduct<S: Scalar>: CustomStringConvertible {
  let rows: Int
  let inner: Int
  let columns: Int
  let stride: Int
  let turns: (a: Bool, b: Bool)
  let adding: Bool
  let a: [S]
  let b: [S]
  let start: [S]
  let bias: [S]?

  init(_ draw: inout LayerDraw) {
    self.init(
      &draw, rows: draw.integer(1, 40), inner: draw.integer(0, 140), columns: draw.integer(1, 100),
      zeros: draw.chance(0.5) ? 0 : 0.6)
  }

  init(_ draw: inout LayerDraw, rows: Int, inner: Int, columns: Int, zeros: Double) {
    (self.rows, self.inner, self.columns) = (rows, inner, columns)
    turns = (draw.chance(0.5), draw.chance(0.5))
    adding = draw.chance(0.5)
    stride = columns + draw.integer(0, 3)
    a = (0..<rows * inner + 1).map { _ in draw.chance(zeros) ? -0.0 : S(draw.real(-1, 1)) }
    var b = (0..<inner * columns + 1).map { _ in S(draw.real(-1, 1)) }
    if zeros > 0 && draw.chance(0.1) { b[draw.integer(0, b.count - 1)] = draw.chance(0.5) ? .infinity : .nan }
    self.b = b
    bias = !adding && draw.chance(0.5) ? (0..<columns).map { _ in S(draw.real(-1, 1)) } : nil
    start = (0..<rows * stride).map { _ in draw.chance(0.1) ? -0.0 : S(draw.real(-1, 1)) }
  }

  var description: String {
    "[\(rows), \(inner)]\(turns.a ? "ᵀ" : "") · [\(inner), \(columns)]\(turns.b ? "ᵀ" : ""), \(S.self)"
  }

  /// What the naive loop makes of it.
  func expected() -> [S] {
    var c = start
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: S = adding ? start[row * stride + column] + 0 : 0
        for k in 0..<inner {
          let x = turns.a ? a[k * rows + row] : a[row * inner + k]
          let y = turns.b ? b[column * inner + k] : b[k * columns + column]
          let product = x * y
          sum += product
        }
        c[row * stride + column] = bias.map { sum + $0[column] } ?? sum
      }
    }
    return c
  }

  /// What the kernel in force makes of it.
  func found() -> [S] {
    var c = start
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          let product = MatrixProduct(
            turns.a ? MatrixView(a, stride: rows).transposed : MatrixView(a, stride: inner),
            turns.b ? MatrixView(b, stride: inner).transposed : MatrixView(b, stride: columns),
            rows: rows, inner: inner, columns: columns)
          if adding {
            product.add(to: c, stride: stride)
          } else {
            product.write(to: c, stride: stride, bias: bias)
          }
        }
      }
    }
    return c
  }
}
