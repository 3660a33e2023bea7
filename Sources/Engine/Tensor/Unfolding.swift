import CKernels

/// The windows of an image `[channels, height, width]`: unfolded, each becomes a row of its elements.
///
/// Windows are `[positions, window · channels]`, elements in the order row, column, channel: the image is
/// padded and its channels put last, where a window's rows are runs of neighbours. Folding is the transpose:
/// it adds each window back to the image, in the order of the positions.
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
  /// Writes the windows of `image`, by way of `padded`, whose elements in the padding are 0.
  func unfold<S: Scalar>(
    _ image: UnsafePointer<S>, padded: UnsafeMutablePointer<S>, to windows: UnsafeMutablePointer<S>
  ) {
    var (source, runs) = (UnsafePointer(padded), runs)
    if !rows.isEmpty {
      forEachMappedElement { padded[$1] = image[$0] }
    } else if channels == 1 && self.padded == self.image {
      source = image
    } else {
      let plane = self.image.count
      forEachLine {
        transpose(image + $0, stride: plane, rows: channels, columns: $2, to: padded + $1, stride: channels)
      }
    }
    if S.isSingle { gb_unfold_f32(source, windows, &runs) } else { gb_unfold_f64(source, windows, &runs) }
  }

  /// Writes to `image` the sum of what `windows` say of each of its elements, by way of `padded`.
  func fold<S: Scalar>(
    _ windows: UnsafePointer<S>, padded: UnsafeMutablePointer<S>, to image: UnsafeMutablePointer<S>
  ) {
    var runs = runs
    padded.update(repeating: 0, count: channels &* self.padded.count)
    if S.isSingle { gb_fold_f32(windows, padded, &runs) } else { gb_fold_f64(windows, padded, &runs) }
    if rows.isEmpty {
      let plane = self.image.count
      forEachLine {
        transpose(padded + $1, stride: channels, rows: $2, columns: channels, to: image + $0, stride: plane)
      }
    } else {
      image.update(repeating: 0, count: channels &* self.image.count)
      forEachMappedElement { image[$0] += padded[$1] }
    }
  }

  /// The runs of neighbours in the padded image that make up its windows.
  private var runs: gb_windows {
    let width = padded.width &* channels
    let runs = dilation.width == 1 ? 1 : window.width
    return gb_windows(
      rows: positions.height, columns: positions.width, height: window.height, runs: runs,
      count: window.width / runs &* channels, down: stride.height &* width, across: stride.width &* channels,
      line: dilation.height &* width, step: dilation.width &* channels)
  }

  /// Calls `body` with the place of each run of neighbours of a channel in the image and in the padded image,
  /// and its length: a line, or all lines where nothing is between them.
  @inline(__always)
  private func forEachLine(_ body: (Int, Int, Int) -> Void) {
    let lines = padded.width == image.width ? 1 : image.height
    let count = image.count / lines
    for y in 0..<lines {
      body(y &* count, ((y &+ padding.height) &* padded.width &+ padding.width) &* channels, count)
    }
  }

  /// Calls `body` with the place that each element of the padded image comes
  /// from, by the tables, and its own.
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
}
