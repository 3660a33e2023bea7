/// Lines over one shared axis, one panel above the other: loss, accuracy and learning rate over epochs.
public struct Chart: Sendable, Equatable {
  /// The shared axis's title with its unit, such as `epoch`.
  public var axis: String
  /// The places on it, ascending.
  public var x: [Double]
  /// The quantities, from above.
  public var panels: [Panel]
  /// What links call the places, as in `epoch-11`; nil for a chart that nothing links to.
  public var anchor: String?
  /// The place on the axis that is pointed at; nil for none.
  public var chosen: Double?

  /// One quantity.
  public struct Panel: Sendable, Equatable {
    /// Its name, its reading and its hue.
    public var caption: Caption
    /// The quantity with its unit.
    public var axis: String
    /// The lines of the panel.
    public var series: [Series]
    /// The ticks' values and texts, ascending; the first and last are the panel's extent.
    public var ticks: [Tensor.Cell]

    /// A panel.
    public init(caption: Caption, axis: String, series: [Series], ticks: [Tensor.Cell]) {
      self.caption = caption
      self.axis = axis
      self.series = series
      self.ticks = ticks
    }
  }

  /// One line: a value per place on the axis; NaN where there is none.
  public struct Series: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// One per place on the axis.
    public var values: [Double]
    /// The values as text, for the data table.
    public var texts: [String]
    /// Dashed, with its own marker: validation, or a run that is compared.
    public var isSecondary: Bool
    /// Whether each value holds around its place, as a rate does for a whole epoch: a line of steps.
    public var isStepped: Bool

    /// A line.
    public init(
      name: String, values: [Double], texts: [String], isSecondary: Bool = false, isStepped: Bool = false
    ) {
      self.name = name
      self.values = values
      self.texts = texts
      self.isSecondary = isSecondary
      self.isStepped = isStepped
    }
  }

  /// A chart.
  public init(axis: String, x: [Double], panels: [Panel], anchor: String? = nil) {
    self.axis = axis
    self.x = x
    self.panels = panels
    self.anchor = anchor
  }
}

/// How values are distributed: counts in equally wide bins.
public struct Histogram: Sendable, Equatable {
  /// Its name, its reading and its hue.
  public var caption: Caption
  /// Where the first bin begins.
  public var lower: Tensor.Cell
  /// Where the last bin ends.
  public var upper: Tensor.Cell
  /// How many values each bin has.
  public var counts: [Int]
  /// What the counts are of: where the bins lie, and how wide each is.
  public var bins: String {
    let width = Numbers.number((upper.value - lower.value) / Double(max(counts.count, 1)))
    return counts.count == 1
      ? "Values in the only bin, from \(lower.text) to \(upper.text)"
      : "Values in each of \(counts.count) bins, \(width) wide, from \(lower.text) to \(upper.text)"
  }

  /// A histogram from `lower` to `upper`.
  public init(caption: Caption, lower: Tensor.Cell, upper: Tensor.Cell, counts: [Int]) {
    self.caption = caption
    self.lower = lower
    self.upper = upper
    self.counts = counts
  }
}

/// Named magnitudes: class probabilities, or the terms of a sum.
public struct Bars: Sendable, Equatable {
  /// Its name, its reading and its hue.
  public var caption: Caption
  /// The magnitudes, in order.
  public var bars: [Bar]
  /// The value of a full bar.
  public var full: Double

  /// One magnitude.
  public struct Bar: Sendable, Equatable {
    /// What it is the magnitude of.
    public var label: [Inline]
    /// The number itself.
    public var value: Double
    /// The text.
    public var text: String
    /// Marks the one that the text speaks of.
    public var isMarked: Bool

    /// A bar.
    public init(label: [Inline], value: Double, text: String, isMarked: Bool = false) {
      self.label = label
      self.value = value
      self.text = text
      self.isMarked = isMarked
    }
  }

  /// Bars.
  public init(caption: Caption, bars: [Bar], full: Double) {
    self.caption = caption
    self.bars = bars
    self.full = full
  }
}

/// Points in the plane, by class.
public struct Scatter: Sendable, Equatable {
  /// Its name, its reading and its hue.
  public var caption: Caption
  /// The two axes' titles.
  public var axes: [String]
  /// The classes' names.
  public var classes: [String]
  /// The points, in order.
  public var points: [Point]
  /// Whether the points of a class are the corners of a line.
  public var isConnected: Bool
  /// Whether both axes count the same: then they have one scale, and the line on which they agree.
  public var isSquare: Bool
  /// The ticks across and up; the first and last are the extent.
  public var ticks: (across: [Tensor.Cell], up: [Tensor.Cell]) {
    let (across, up) = (points.map(\.x), points.map(\.y))
    return (Ticks(isSquare ? across + up : across).cells, Ticks(isSquare ? across + up : up).cells)
  }

  /// A place on an axis as text.
  public static func text(_ place: Double) -> String { Numbers.number(place) }

  /// The first points, a row each: both places and, where there are several, the class.
  public var listed: [[String]] {
    let shown = points.prefix(Self.mostListed)
    let (x, y) = (ColumnFormat(short: shown.map(\.x)), ColumnFormat(short: shown.map(\.y)))
    return shown.map { point in
      [x.text(point.x), y.text(point.y)] + (classes.count > 1 ? [classes[point.group]] : [])
    }
  }
  /// What heads the columns of ``listed``.
  public var listedTitles: [String] { axes + (classes.count > 1 ? ["class"] : []) }
  /// How many of the points are listed; nil where they all are.
  public var listedCaption: String? {
    points.count > Self.mostListed ? "The first \(Self.mostListed) of \(points.count)" : nil
  }
  private static let mostListed = 200

  /// A point of a class.
  public struct Point: Sendable, Equatable {
    /// The place on the first axis.
    public var x: Double
    /// The place on the second axis.
    public var y: Double
    /// The row of its class.
    public var group: Int

    /// A point of `group`.
    public init(x: Double, y: Double, group: Int) {
      self.x = x
      self.y = y
      self.group = group
    }
  }

  /// A scatter.
  public init(
    caption: Caption, axes: [String], classes: [String], points: [Point], isConnected: Bool = false,
    isSquare: Bool = false
  ) {
    self.caption = caption
    self.axes = axes
    self.classes = classes
    self.points = points
    self.isConnected = isConnected
    self.isSquare = isSquare
  }
}

/// A model as a chain of nodes, with the shapes on its edges.
public struct Graph: Sendable, Equatable {
  /// Its name, its reading and its hue.
  public var caption: Caption
  /// The nodes in order.
  public var nodes: [Node]
  /// The shape before the first node and after each.
  public var edges: [String]

  /// A layer.
  public struct Node: Sendable, Equatable {
    /// What it is called.
    public var title: String
    /// What it holds, such as its number of parameters.
    public var detail: String

    /// A node.
    public init(title: String, detail: String) {
      self.title = title
      self.detail = detail
    }
  }

  /// A graph.
  public init(caption: Caption, nodes: [Node], edges: [String]) {
    self.caption = caption
    self.nodes = nodes
    self.edges = edges
  }
}

/// A picture: shades in rows and columns.
public struct Pixels: Sendable, Equatable {
  /// Its name, its reading and its hue.
  public var caption: Caption
  /// Number of rows of pixels.
  public var rows: Int
  /// Number of columns of pixels.
  public var columns: Int
  /// Row-major.
  public var values: [Double]
  /// The value of black and of white.
  public var range: ClosedRange<Double>
  /// Whether the sign matters: then the tints diverge from 0.
  public var isSigned: Bool
  /// The place of the pixel that stands open; nil for none.
  public var chosen: Int?

  /// Whether the pixels are too many for cells of a table.
  public var isDrawn: Bool { values.count > Self.mostCells }
  /// With more cells than this, they are no longer told apart at a glance.
  static let mostCells = 256
  /// The values as numbers of one format.
  public var texts: [String] { values.map(ColumnFormat(short: values).text) }

  /// A picture.
  public init(
    caption: Caption, rows: Int, columns: Int, values: [Double], range: ClosedRange<Double>, isSigned: Bool,
    chosen: Int? = nil
  ) {
    self.caption = caption
    self.rows = rows
    self.columns = columns
    self.values = values
    self.range = range
    self.isSigned = isSigned
    self.chosen = chosen
  }
}
