import CKernels

/// Windows over images `[channels, height, width]` of which each gives one element:
/// what the poolings have in common.
struct Pooling: Sendable {
  let rows: Axis
  let columns: Axis
  /// What the sum of a window is divided by in an average; nil for its size.
  var divisor: Int?

  /// The windows along one axis.
  struct Axis: Sendable {
    /// Where each window begins and ends within the axis.
    var spans: [Range<Int>] = []
    /// Steps within a window.
    var step = 1
    /// What each window counts as in an average.
    var sizes: [Int] = []
    /// The size of the axis.
    let size: Int

    /// Windows as PyTorch lays them over an axis of `size`; nil where it is too small for one.
    init?(
      size: Int, window: Int, stride: Int, padding: Int, dilation: Int = 1, ceil: Bool,
      countsPadding: Bool = true
    ) {
      self.size = size
      step = dilation
      let room = size + 2 * padding - dilation * (window - 1) - 1
      guard room >= 0 else { return nil }
      var count = (room + (ceil ? stride - 1 : 0)) / stride + 1
      if ceil && (count - 1) * stride >= size + padding { count -= 1 }
      for i in 0..<count {
        let start = i * stride - padding
        let end = start + dilation * (window - 1) + 1
        let first = start < 0 ? start + (-start + dilation - 1) / dilation * dilation : start
        spans.append(first..<max(first, min(end, size)))
        sizes.append(countsPadding ? min(end, size + padding) - start : spans[i].count)
      }
    }

    /// `count` windows that divide an axis of `size` as evenly as it goes.
    init(size: Int, adaptedTo count: Int) {
      self.size = size
      for i in 0..<count {
        spans.append(i * size / count..<((i + 1) * size + count - 1) / count)
        sizes.append(spans[i].count)
      }
    }
  }

  /// Elements of the output per channel.
  var positions: Int { rows.spans.count * columns.spans.count }

  /// What the sum of window (`y`, `x`) is divided by in an average.
  @inline(__always)
  func divisor(_ y: Int, _ x: Int) -> Int { divisor ?? rows.sizes[y] &* columns.sizes[x] }

  /// Calls `body` with the place of each output element and its window's rows and columns.
  @inline(__always)
  func forEach(_ body: (_ place: Int, _ y: Int, _ x: Int) -> Void) {
    var place = 0
    for y in rows.spans.indices {
      for x in columns.spans.indices {
        body(place, y, x)
        place &+= 1
      }
    }
  }

  /// Calls `body` with the place of each element of window (`y`, `x`) in the plane, row by row.
  @inline(__always)
  func forEachElement(_ y: Int, _ x: Int, _ body: (Int) -> Void) {
    var row = rows.spans[y].lowerBound
    while row < rows.spans[y].upperBound {
      var column = columns.spans[x].lowerBound
      while column < columns.spans[x].upperBound {
        body(row &* columns.size &+ column)
        column &+= columns.step
      }
      row &+= rows.step
    }
  }
}

extension Pooling {
  /// The places of the windows' elements in `planes` planes that follow one another, by fours of
  /// windows: the first elements of four, their second ones, and so on; where the edge cuts a
  /// window short, its first again.
  func elements(planes: Int) -> [Int32] {
    let plane = rows.size * columns.size
    var windows: [[Int]] = []
    for number in 0..<planes {
      forEach { _, y, x in
        windows.append([])
        forEachElement(y, x) { windows[windows.count - 1].append(number * plane + $0) }
      }
    }
    return stride(from: 0, to: windows.count, by: 4).flatMap { first in
      (0..<windowCount).flatMap { element in
        (first..<first + 4).map { window in
          let places = windows[min(window, windows.count - 1)]
          return Int32(element < places.count ? places[element] : places[0])
        }
      }
    }
  }

  /// The places of the elements of output element `unit`'s window in all channels.
  func window(of unit: Int) -> [Int] {
    let (channel, position) = unit.quotientAndRemainder(dividingBy: positions)
    let start = channel * rows.size * columns.size
    var places: [Int] = []
    forEachElement(position / columns.spans.count, position % columns.spans.count) {
      places.append(start + $0)
    }
    return places
  }

  /// The mean that output element `unit` is.
  func mean(of unit: Int) -> WeightedSum {
    let position = unit % positions
    let divisor = divisor(position / columns.spans.count, position % columns.spans.count)
    return WeightedSum(inputs: window(of: unit), weights: [], share: 1 / Double(divisor))
  }

  /// Elements of a window that no edge cuts short.
  var windowCount: Int {
    let height = rows.spans.map { ($0.count + rows.step - 1) / rows.step }
    let width = columns.spans.map { ($0.count + columns.step - 1) / columns.step }
    return (height.max() ?? 0) * (width.max() ?? 0)
  }
}

extension Builder where S: Scalar {
  /// The greatest element of each window; the gradient goes to the first that is, whose place forward keeps.
  mutating func maxPool(_ x: Value, _ pooling: Pooling, shape: Shape) -> Value {
    let y = value(shape)
    // As many planes of a sample count as one as fill vectors.
    let channels = x.shape[0]
    let share = (1...channels).last { channels % $0 == 0 && $0 * pooling.positions <= 256 } ?? 1
    let (plane, positions) = (share * pooling.rows.size * pooling.columns.size, share * pooling.positions)
    let planes = channels / share
    let (elements, count) = (pooling.elements(planes: share), pooling.windowCount)
    let places = reserve(shape, rows: capacity)
    append(
      forward: { w in
        elements.withUnsafeBufferPointer { elements in
          var windows = gb_pooling(
            places: elements.baseAddress, count: count, positions: positions, plane: plane,
            planes: w.rows &* planes)
          if S.isSingle {
            gb_greatest_f32(w.data(x), &windows, w.data(y), w.integers(places))
          } else {
            gb_greatest_f64(w.data(x), &windows, w.data(y), w.integers(places))
          }
        }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        let places = w.integers(places)
        dx.update(repeating: 0, count: w.rows &* planes &* plane)
        for number in 0..<w.rows &* planes {
          let (dx, first) = (dx + number &* plane, number &* positions)
          for i in first..<first &+ positions { dx[Int(places[i])] += dy[i] }
        }
      })
    return y
  }

  /// The mean of each window, summed row by row.
  mutating func averagePool(_ x: Value, _ pooling: Pooling, shape: Shape) -> Value {
    let y = value(shape)
    let (plane, positions) = (pooling.rows.size * pooling.columns.size, pooling.positions)
    let channels = x.shape[0]
    append(
      forward: { w in
        for channel in 0..<w.rows &* channels {
          let (input, output) = (w.data(x) + channel &* plane, w.data(y) + channel &* positions)
          pooling.forEach { place, row, column in
            var sum: S = 0
            pooling.forEachElement(row, column) { sum += input[$0] }
            output[place] = sum / S(pooling.divisor(row, column))
          }
        }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        dx.update(repeating: 0, count: w.rows &* channels &* plane)
        for channel in 0..<w.rows &* channels {
          let (dx, dy) = (dx + channel &* plane, dy + channel &* positions)
          pooling.forEach { place, row, column in
            let share = dy[place] / S(pooling.divisor(row, column))
            pooling.forEachElement(row, column) { dx[$0] += share }
          }
        }
      })
    return y
  }
}
