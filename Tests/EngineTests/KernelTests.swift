import CKernels
import Testing

@testable import Engine

/// The loops in C beside the matrix product: every width of vectors has the bits of the plain loop.
@Suite(.serialized) struct KernelTests {
  private var draw = LayerDraw(seed: 21)

  /// Calls `body` under each limit of the vectors, for so many random shapes.
  private func atEveryWidth(_ body: (Int32) -> Void) {
    defer { gb_limit_vectors(0) }
    for limit in Int32(0)...2 {
      gb_limit_vectors(limit)
      body(limit)
    }
  }

  private mutating func numbers<S: Scalar>(_ count: Int) -> [S] {
    (0..<count).map { _ in draw.chance(0.3) ? -0.0 : S(draw.real(-1, 1)) }
  }

  @Test mutating func `a transpose exchanges rows and columns, and writes nothing else`() {
    for _ in 0..<100 {
      let (rows, columns) = (draw.integer(1, 40), draw.integer(1, 40))
      let (stride, targetStride) = (columns + draw.integer(0, 3), rows + draw.integer(0, 3))
      let source: [Float] = numbers(rows * stride)
      var expected = [Float](repeating: 7, count: columns * targetStride)
      for r in 0..<rows { for c in 0..<columns { expected[c * targetStride + r] = source[r * stride + c] } }
      atEveryWidth { limit in
        var found = [Float](repeating: 7, count: expected.count)
        transpose(source, stride: stride, rows: rows, columns: columns, to: &found, stride: targetStride)
        #expect(found == expected, "[\(rows), \(columns)] at limit \(limit)")
      }
    }
  }

  @Test mutating func `windows are the image's own elements, and fold back to their sums`() {
    for _ in 0..<100 {
      let unfolding = unfolding()
      let (count, positions, inside) = (
        unfolding.channels * unfolding.image.count, unfolding.positions.count, unfolding.window.count
      )
      let image: [Double] = numbers(count)
      let gradient: [Double] = numbers(positions * unfolding.width)
      var (windows, sums) = (
        [Double](repeating: 0, count: gradient.count), [Double](repeating: 0, count: count)
      )
      for position in 0..<positions {
        for place in 0..<inside {
          for channel in 0..<unfolding.channels {
            let i = (position * inside + place) * unfolding.channels + channel
            guard let source = unfolding.source(channel: channel, inside: place, position: position) else {
              continue
            }
            windows[i] = image[source]
            sums[source] += gradient[i]
          }
        }
      }
      atEveryWidth { limit in
        var padded = [Double](repeating: 0, count: unfolding.channels * unfolding.padded.count)
        var (found, folded) = (
          [Double](repeating: 7, count: windows.count), [Double](repeating: 7, count: count)
        )
        unfolding.unfold(image, padded: &padded, to: &found)
        unfolding.fold(gradient, padded: &padded, to: &folded)
        #expect(found == windows && folded == sums, "\(unfolding) at limit \(limit)")
      }
    }
  }

  /// Windows of random size, stride, dilation and padding over an image of random size.
  private mutating func unfolding() -> Unfolding {
    let window = Extent(draw.integer(1, 3), draw.integer(1, 4))
    let stride = Extent(draw.integer(1, 2), draw.integer(1, 2))
    let dilation = Extent(draw.integer(1, 2), draw.integer(1, 2))
    let padding = draw.chance(0.5) ? Extent(0, 0) : Extent(draw.integer(0, 1), draw.integer(0, 2))
    let positions = Extent(draw.integer(1, 6), draw.integer(1, 6))
    let image = Extent(
      max(
        1,
        (positions.height - 1) * stride.height + dilation.height * (window.height - 1) + 1 - 2
          * padding.height),
      max(
        1, (positions.width - 1) * stride.width + dilation.width * (window.width - 1) + 1 - 2 * padding.width)
    )
    return Unfolding(
      channels: draw.integer(1, 20), image: image, window: window, stride: stride, dilation: dilation,
      before: padding, behind: padding, positions: positions)
  }

  @Test mutating func `a window's greatest element is the first that is, wherever windows lie`() {
    for _ in 0..<100 {
      let (count, positions, plane) = (draw.integer(1, 6), draw.integer(1, 11), draw.integer(1, 20))
      let planes = draw.integer(1, 4)
      let x: [Double] = numbers(plane * planes)
      // By fours of windows: the first elements of four, then their second ones.
      let places = (0..<(positions + 3) / 4 * 4 * count).map { _ in Int32(draw.integer(0, plane - 1)) }
      var (expected, chosen): ([Double], [Int32]) = ([], [])
      for start in stride(from: 0, to: plane * planes, by: plane) {
        for window in 0..<positions {
          let own = (0..<count).map { places[(window / 4 * count + $0) * 4 + window % 4] }
          let place = own.dropFirst().reduce(own[0]) { x[start + Int($1)] > x[start + Int($0)] ? $1 : $0 }
          expected.append(x[start + Int(place)])
          chosen.append(place)
        }
      }
      atEveryWidth { limit in
        var found = [Double](repeating: 7, count: expected.count + 1)
        var taken = [Int32](repeating: 7, count: expected.count + 1)
        places.withUnsafeBufferPointer {
          var windows = gb_pooling(
            places: $0.baseAddress, count: count, positions: positions, plane: plane, planes: planes)
          gb_greatest_f64(x, &windows, &found, &taken)
        }
        #expect(found == expected + [7], "\(positions) of \(count) at limit \(limit)")
        #expect(taken == chosen + [7], "\(positions) of \(count) at limit \(limit)")
      }
    }
  }

  @Test mutating func `rows are gathered and summed in order`() {
    for _ in 0..<100 {
      let (rows, columns) = (draw.integer(1, 20), draw.integer(1, 40))
      let matrix: [Float] = numbers(rows * columns)
      let order = (0..<rows).map { _ in Int32(draw.integer(0, rows - 1)) }
      let sums = (0..<columns).map { c in (0..<rows).reduce(Float(0)) { $0 + matrix[$1 * columns + c] } }
      atEveryWidth { limit in
        var (found, gathered) = (sums.map { $0 + 1 }, matrix)
        sumRows(matrix, rows: rows, columns: columns, to: &found)
        gb_gather_f32(matrix, order, &gathered, rows, columns)
        #expect(found == sums, "at limit \(limit)")
        #expect(gathered == order.flatMap { matrix[Int($0) * columns..<(Int($0) + 1) * columns] })
      }
    }
  }

  @Test mutating func `a rectifier keeps what is no number, and the sign of 0`() {
    let x: [Float] = [-1, -0.0, 0, 2, .nan, -.infinity, .infinity] + numbers(30)
    let dy: [Float] = numbers(x.count)
    let bits = { (values: [Float]) in values.map { $0.isNaN ? .nan : $0 }.map(\.bitPattern) }
    atEveryWidth { limit in
      var (y, dx) = (x, x)
      ReLU().write(x, to: &y, count: x.count)
      ReLU().writeGradient(dy, x, y, to: &dx, count: x.count)
      #expect(bits(y) == bits(x.map { $0 < 0 ? 0 : $0 }), "at limit \(limit)")
      #expect(bits(dx) == bits(zip(dy, x).map { $0 * ($1 > 0 ? 1 : 0) }), "at limit \(limit)")
    }
  }
}
