import Testing

@testable import Engine

@Suite struct MatrixProductTests {
  @Test func `every kernel has the bits of the naive loop`() {
    var draw = LayerDraw(seed: 11)
    for _ in 0..<200 {
      check(&draw, Float.self)
      check(&draw, Double.self)
    }
  }

  /// One product of random shape, its operands transposed or not, its rows apart or not, begun from 0 or from C.
  private func check<S: Scalar>(_ draw: inout LayerDraw, _: S.Type) {
    let (rows, inner, columns) = (draw.integer(1, 21), draw.integer(0, 70), draw.integer(1, 41))
    let (turnsA, turnsB, adding) = (draw.chance(0.5), draw.chance(0.5), draw.chance(0.5))
    let stride = columns + draw.integer(0, 3)
    let a = (0..<rows * inner + 1).map { _ in S(draw.real(-1, 1)) }
    let b = (0..<inner * columns + 1).map { _ in S(draw.real(-1, 1)) }
    let start = (0..<rows * stride).map { _ in S(draw.real(-1, 1)) }
    var expected = start
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: S = adding ? start[row * stride + column] : 0
        for k in 0..<inner {
          let x = turnsA ? a[k * rows + row] : a[row * inner + k]
          let y = turnsB ? b[column * inner + k] : b[k * columns + column]
          let product = x * y
          sum += product
        }
        expected[row * stride + column] = sum
      }
    }
    var (found, portable) = (start, start)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        let product = MatrixProduct(
          turnsA ? MatrixView(a, stride: rows).transposed : MatrixView(a, stride: inner),
          turnsB ? MatrixView(b, stride: inner).transposed : MatrixView(b, stride: columns),
          rows: rows, inner: inner, columns: columns)
        found.withUnsafeMutableBufferPointer {
          guard let c = $0.baseAddress else { return }
          if adding { product.add(to: c, stride: stride) } else { product.write(to: c, stride: stride) }
        }
        portable.withUnsafeMutableBufferPointer {
          guard let c = $0.baseAddress else { return }
          product.runPortably(c, stride, adding: adding)
        }
      }
    }
    let shape = "[\(rows), \(inner)] · [\(inner), \(columns)], \(S.self)"
    #expect(found == expected, "\(shape): the kernel of this machine")
    #expect(portable == expected, "\(shape): the portable kernel")
  }
}
