/// The windows of an image `[channels, height, width]`: unfolded, each becomes a column of its elements.
///
/// Columns are `[channels · window, positions]`, elements in the order channel, row, column of the window. The image is
/// padded first. Folding is the transpose: it adds each element back, position by position in the columns' order.
struct Unfolding: Sendable {
  let channels: Int
  let image: Extent
  let window: Extent
  let stride: Extent
  let dilation: Extent
  /// What is put before each row and column; what is put behind makes the image `padded`.
  let padding: Extent
  let padded: Extent
  /// How many windows there are down and across.
  let positions: Extent
  /// Which row and column of the image each of the padded image is; empty where padding is 0.
  let rows: [Int]
  let columns: [Int]

  /// How an image is continued beyond its edges.
  enum Padding: Int, Sendable {
    case zeros, reflect, replicate, circular

    /// Where index `i` of an axis of `count` lies, which may be beyond its ends.
    func source(_ i: Int, count: Int) -> Int {
      switch self {
      case .zeros: i
      case .reflect: i < 0 ? -i : i < count ? i : 2 * count - 2 - i
      case .replicate: min(max(i, 0), count - 1)
      case .circular: ((i % count) + count) % count
      }
    }

    /// The most that an axis of `count` can be padded by.
    func limit(_ count: Int) -> Int {
      switch self {
      case .zeros, .replicate: .max
      case .reflect: count - 1
      case .circular: count
      }
    }
  }

  /// Windows over an image padded by `before` and `behind`.
  init(
    channels: Int, image: Extent, window: Extent, stride: Extent, dilation: Extent, before: Extent,
    behind: Extent, padding: Padding = .zeros, positions: Extent
  ) {
    self.channels = channels
    self.image = image
    self.window = window
    self.stride = stride
    self.dilation = dilation
    self.padding = before
    self.positions = positions
    let padded = Extent(
      image.height + before.height + behind.height, image.width + before.width + behind.width)
    self.padded = padded
    let isMapped = padding != .zeros
    rows = isMapped ? (0..<padded.height).map { padding.source($0 - before.height, count: image.height) } : []
    columns = isMapped ? (0..<padded.width).map { padding.source($0 - before.width, count: image.width) } : []
  }

  /// Elements of a window over all channels: the rows of the columns.
  var height: Int { channels &* window.count }

  /// The shape of the columns, for as long as it may be too large.
  var columnsShape: Shape { Shape(channels, window.height, window.width, positions.height, positions.width) }

  /// The shape of the padded image.
  var paddedShape: Shape { Shape(channels, padded.height, padded.width) }

  /// Whether the columns are the image itself.
  var isIdentity: Bool { window.count == 1 && stride == Extent(1, 1) && padded == image }

  /// The place in the image of element `element` of the window at `position`; nil in the padding.
  func source(element: Int, position: Int) -> Int? {
    let (channel, inside) = (element / window.count, element % window.count)
    let y = position / positions.width * stride.height + inside / window.width * dilation.height
    let x = position % positions.width * stride.width + inside % window.width * dilation.width
    let row = rows.isEmpty ? y - padding.height : rows[y]
    let column = columns.isEmpty ? x - padding.width : columns[x]
    guard 0..<image.height ~= row, 0..<image.width ~= column else { return nil }
    return (channel * image.height + row) * image.width + column
  }
}

extension Unfolding {
  /// Writes the columns of `image`, by way of `padded`, whose elements in the padding are 0.
  func unfold<S: Scalar>(
    _ image: UnsafePointer<S>, padded: UnsafeMutablePointer<S>, to columns: UnsafeMutablePointer<S>
  ) {
    pad(image, to: padded)
    let (width, step) = (positions.width, stride.width)
    if step == 1 {
      forEachRun { copyRun(padded + $0, width, to: columns + $1) }
    } else {
      forEachRun { source, target in
        for i in 0..<width { columns[target &+ i] = padded[source &+ i &* step] }
      }
    }
  }

  /// Writes to `image` the sum of what `columns` say of each of its elements, by way of `padded`.
  func fold<S: Scalar>(
    _ columns: UnsafePointer<S>, padded: UnsafeMutablePointer<S>, to image: UnsafeMutablePointer<S>
  ) {
    padded.update(repeating: 0, count: channels &* self.padded.count)
    let (width, step) = (positions.width, stride.width)
    if step == 1 {
      forEachRun { addRun(columns + $1, width, to: padded + $0) }
    } else {
      forEachRun { target, source in
        for i in 0..<width { padded[target &+ i &* step] += columns[source &+ i] }
      }
    }
    unpad(padded, to: image)
  }

  /// Calls `body` with the place of each run of windows in the padded image and in the columns.
  @inline(__always)
  private func forEachRun(_ body: (Int, Int) -> Void) {
    let (window, dilation, positions) = (window, dilation, positions)
    let line = padded.width
    let step = stride.height &* line
    var target = 0
    for channel in 0..<channels {
      for y in 0..<window.height {
        for x in 0..<window.width {
          var source = channel &* padded.count &+ y &* dilation.height &* line &+ x &* dilation.width
          for _ in 0..<positions.height {
            body(source, target)
            source &+= step
            target &+= positions.width
          }
        }
      }
    }
  }

  /// Copies `image` into the middle of `target`, and past its edges what the padding says, except zeros.
  private func pad<S: Scalar>(_ image: UnsafePointer<S>, to target: UnsafeMutablePointer<S>) {
    guard rows.isEmpty else {
      for i in 0..<channels &* padded.count {
        target[i] = image[source(padded: i)]
      }
      return
    }
    forEachLine { from, to in
      copyRun(image + from, self.image.width, to: target + to)
    }
  }

  /// Writes the gradient of an image from that of its padded form.
  private func unpad<S: Scalar>(_ source: UnsafePointer<S>, to image: UnsafeMutablePointer<S>) {
    guard rows.isEmpty else {
      image.update(repeating: 0, count: channels &* self.image.count)
      for i in 0..<channels &* padded.count { image[self.source(padded: i)] += source[i] }
      return
    }
    forEachLine { to, from in
      copyRun(source + from, self.image.width, to: image + to)
    }
  }

  /// Calls `body` with the place of each row in the image and in the padded image.
  @inline(__always)
  private func forEachLine(_ body: (Int, Int) -> Void) {
    for channel in 0..<channels {
      for y in 0..<image.height {
        let row = channel &* padded.height &+ padding.height &+ y
        body((channel &* image.height &+ y) &* image.width, row &* padded.width &+ padding.width)
      }
    }
  }

  /// Where element `i` of the padded image comes from, by the tables.
  @inline(__always)
  private func source(padded i: Int) -> Int {
    let (channel, place) = (i / padded.count, i % padded.count)
    let (row, column) = (rows[place / padded.width], columns[place % padded.width])
    return (channel &* image.height &+ row) &* image.width &+ column
  }
}

/// Copies a run of neighbours, which is short: a row of an image.
@inline(__always)
private func copyRun<S: Scalar>(_ source: UnsafePointer<S>, _ count: Int, to target: UnsafeMutablePointer<S>)
{
  var i = 0
  while i &+ 4 <= count {
    let lanes = UnsafeRawPointer(source + i).loadUnaligned(as: SIMD4<S>.self)
    UnsafeMutableRawPointer(target + i).storeBytes(of: lanes, as: SIMD4<S>.self)
    i &+= 4
  }
  while i < count {
    target[i] = source[i]
    i &+= 1
  }
}

/// Adds a run of neighbours, which is short: a row of an image.
@inline(__always)
private func addRun<S: Scalar>(_ source: UnsafePointer<S>, _ count: Int, to target: UnsafeMutablePointer<S>) {
  var i = 0
  while i &+ 4 <= count {
    let place = UnsafeMutableRawPointer(target + i)
    let lanes =
      place.loadUnaligned(as: SIMD4<S>.self) + UnsafeRawPointer(source + i).loadUnaligned(as: SIMD4<S>.self)
    place.storeBytes(of: lanes, as: SIMD4<S>.self)
    i &+= 4
  }
  while i < count {
    target[i] += source[i]
    i &+= 1
  }
}
