/// The windows of an image `[channels, height, width]`: unfolded, each becomes a row of its elements.
///
/// Windows are `[positions, window · channels]`, elements in the order row, column, channel: the image is padded and
/// its channels put last, where a window's rows are runs of neighbours. Folding is the transpose: it adds each window
/// back to the image, in the order of the positions.
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

  /// Elements of a window over all channels: the columns of the windows.
  var width: Int { window.count &* channels }

  /// The shape of the windows, for as long as it may be too large.
  var windowsShape: Shape { Shape(channels, window.height, window.width, positions.height, positions.width) }

  /// The shape of the padded image.
  var paddedShape: Shape { Shape(channels, padded.height, padded.width) }

  /// The place in the image of a channel's element `inside` the window at `position`; nil in the padding.
  func source(channel: Int, inside: Int, position: Int) -> Int? {
    let y = position / positions.width * stride.height + inside / window.width * dilation.height
    let x = position % positions.width * stride.width + inside % window.width * dilation.width
    let row = rows.isEmpty ? y - padding.height : rows[y]
    let column = columns.isEmpty ? x - padding.width : columns[x]
    guard 0..<image.height ~= row, 0..<image.width ~= column else { return nil }
    return (channel * image.height + row) * image.width + column
  }
}

extension Unfolding {
  /// Writes the windows of `image`, by way of `padded`, whose elements in the padding are 0; both have ``slack`` behind.
  func unfold<S: Scalar>(
    _ image: UnsafePointer<S>, padded: UnsafeMutablePointer<S>, to windows: UnsafeMutablePointer<S>
  ) {
    if rows.isEmpty {
      forEachElement { padded[$1] = image[$0] }
    } else {
      forEachMappedElement { padded[$1] = image[$0] }
    }
    forEachRun { copyRun(padded + $0, $2, to: windows + $1) }
  }

  /// Writes to `image` the sum of what `windows` say of each of its elements, by way of `padded`.
  func fold<S: Scalar>(
    _ windows: UnsafePointer<S>, padded: UnsafeMutablePointer<S>, to image: UnsafeMutablePointer<S>
  ) {
    padded.update(repeating: 0, count: channels &* self.padded.count)
    forEachRun { addRun(windows + $1, $2, to: padded + $0) }
    if rows.isEmpty {
      forEachElement { image[$0] = padded[$1] }
    } else {
      image.update(repeating: 0, count: channels &* self.image.count)
      forEachMappedElement { image[$0] += padded[$1] }
    }
  }

  /// Calls `body` with the place of each run of neighbours in the padded image and in the windows, and its length.
  @inline(__always)
  private func forEachRun(_ body: (Int, Int, Int) -> Void) {
    let (positions, height, channels) = (positions, window.height, channels)
    let width = padded.width &* channels
    let (down, line) = (stride.height &* width, dilation.height &* width)
    let (across, step) = (stride.width &* channels, dilation.width &* channels)
    let runs = dilation.width == 1 ? 1 : window.width
    let count = window.width / runs &* channels
    var target = 0
    for y in 0..<positions.height {
      for x in 0..<positions.width {
        var start = y &* down &+ x &* across
        for _ in 0..<height {
          for run in 0..<runs {
            body(start &+ run &* step, target, count)
            target &+= count
          }
          start &+= line
        }
      }
    }
  }

  /// Calls `body` with the place of each element in the image and in the padded image.
  @inline(__always)
  private func forEachElement(_ body: (Int, Int) -> Void) {
    let (image, channels, padding, width) = (image, channels, padding, padded.width)
    var place = 0
    for channel in 0..<channels {
      for y in 0..<image.height {
        var target = ((y &+ padding.height) &* width &+ padding.width) &* channels &+ channel
        for _ in 0..<image.width {
          body(place, target)
          place &+= 1
          target &+= channels
        }
      }
    }
  }

  /// Calls `body` with the place that each element of the padded image comes from, by the tables, and its own.
  @inline(__always)
  private func forEachMappedElement(_ body: (Int, Int) -> Void) {
    var place = 0
    for row in rows {
      for column in columns {
        for channel in 0..<channels {
          body((channel &* image.height &+ row) &* image.width &+ column, place)
          place &+= 1
        }
      }
    }
  }

  /// Elements behind the padded image and the windows that a copy may read and write beyond their end.
  static let slack = 4
}

/// Copies a run of neighbours to where the next one follows it: up to three elements more, which that then overwrites.
@inline(__always)
private func copyRun<S: Scalar>(_ source: UnsafePointer<S>, _ count: Int, to target: UnsafeMutablePointer<S>)
{
  let (source, target) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
  let end = count &* MemoryLayout<S>.stride
  var i = 0
  while i &+ MemoryLayout<SIMD16<S>>.size <= end {
    target.storeBytes(
      of: source.loadUnaligned(fromByteOffset: i, as: SIMD16<S>.self), toByteOffset: i, as: SIMD16<S>.self)
    i &+= MemoryLayout<SIMD16<S>>.size
  }
  while i < end {
    target.storeBytes(
      of: source.loadUnaligned(fromByteOffset: i, as: SIMD4<S>.self), toByteOffset: i, as: SIMD4<S>.self)
    i &+= MemoryLayout<SIMD4<S>>.size
  }
}

/// Adds a run of neighbours, which may be short.
@inline(__always)
private func addRun<S: Scalar>(_ source: UnsafePointer<S>, _ count: Int, to target: UnsafeMutablePointer<S>) {
  var i = 0
  while i &+ 8 <= count {
    let place = UnsafeMutableRawPointer(target + i)
    let lanes =
      place.loadUnaligned(as: SIMD8<S>.self) + UnsafeRawPointer(source + i).loadUnaligned(as: SIMD8<S>.self)
    place.storeBytes(of: lanes, as: SIMD8<S>.self)
    i &+= 8
  }
  while i < count {
    target[i] += source[i]
    i &+= 1
  }
}
