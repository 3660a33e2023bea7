/// A lesson as learners see it: its cover, and its views in order.
public struct Page: Sendable, Equatable {
  /// What stands above every view.
  public var cover: Cover
  /// The views, in order.
  public var documents: [Document]
  /// What the page needs to run the lesson again; nil where it is not to.
  public var rerun: Rerun?

  /// A page of `documents` under `cover`.
  public init(cover: Cover, documents: [Document], rerun: Rerun? = nil) {
    self.cover = cover
    self.documents = documents
    self.rerun = rerun
  }
}

/// What stands above every view.
public struct Cover: Sendable, Equatable {
  /// BCP 47 tag of the prose.
  public var language: String
  /// What it is called.
  public var title: String
  /// Badges: subject and field.
  public var badges: [String]
  /// Reading time.
  public var minutes: Int
  /// One sentence.
  public var summary: String
  /// The one seed of the run.
  public var seed: UInt64
  /// The claims that were checked against this run, in order.
  public var claims: [Claim]
  /// The file's name without its ending: names the page and its anchors.
  public var slug: String
  /// What this run sets otherwise than the lesson, as `schedule.T_max=5`: claims then were not checked.
  public var settings: [String] = []

  /// A claim that holds, as the lesson has it.
  public struct Claim: Sendable, Equatable {
    /// The text.
    public var text: String
    /// The line of the lesson.
    public var line: Int

    /// The claim `text` on `line`.
    public init(text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  /// A cover.
  public init(
    language: String, title: String, badges: [String], minutes: Int, summary: String, seed: UInt64,
    claims: [Claim], slug: String
  ) {
    self.language = language
    self.title = title
    self.badges = badges
    self.minutes = minutes
    self.summary = summary
    self.seed = seed
    self.claims = claims
    self.slug = slug
  }
}

/// One view of a lesson: blocks in reading order. It says what is shown, never how.
public struct Document: Sendable, Equatable {
  /// The view's name, such as `visual`.
  public var name: String
  /// Its title in the navigation, such as `Visual`.
  public var title: String
  /// What it holds, in reading order.
  public var blocks: [Block]

  /// The view `name`.
  public init(name: String, title: String, blocks: [Block]) {
    self.name = name
    self.title = title
    self.blocks = blocks
  }
}

/// A part of a view.
public indirect enum Block: Sendable, Equatable {
  /// A heading of `level` 2 to 4; `anchor` is unique in the page.
  case heading(level: Int, text: [Inline], anchor: String)
  case paragraph([Inline])
  /// Items of blocks; `start` is the first number, nil for bullets.
  case list(start: Int?, items: [[Block]])
  case quote([Block])
  case code(language: String, text: String)
  /// A formula on a line of its own, in LaTeX's notation.
  case formula(String)
  case table(Table)
  case tensor(Tensor)
  case chart(Chart)
  case histogram(Histogram)
  case bars(Bars)
  case scatter(Scatter)
  case graph(Graph)
  case image(Pixels)
  case question(Question)
  case cards([Card])
  case goals(Goals)
  case script(Script)
  case note(Note)
  case stages([Stage])
  case steps([Step])
  case controls(Controls)
  /// Details behind a summary that the reader may open.
  case disclosure(summary: [Inline], blocks: [Block])
}

/// A run of text.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  case link(destination: String, text: [Inline])
  case lineBreak
  /// A number from the run, with the expression that it is the value of.
  case value(text: String, expression: String)
  /// The mark of a claim that holds.
  case claim(expression: String)
  /// A formula in the line, in LaTeX's notation.
  case formula(String)
  /// A symbol with an index, such as x₄.
  case symbol(String, index: String)
}

/// The stage that a part belongs to: it owns one hue wherever it appears.
public enum Hue: String, Sendable, Equatable, CaseIterable {
  case load, preprocess, train, schedule, evaluate
}

/// What every figure has: a name, a computed sentence that reads it, and the hue of its stage.
public struct Caption: Sendable, Equatable {
  /// What it is called.
  public var name: String
  /// One sentence that says what is to be seen, in the run's numbers.
  public var reading: String
  /// The stage that it belongs to.
  public var hue: Hue

  /// A figure's caption.
  public init(_ name: String, reading: String, hue: Hue) {
    self.name = name
    self.reading = reading
    self.hue = hue
  }
}

/// A table of text.
public struct Table: Sendable, Equatable {
  /// Its name, its reading and its hue.
  public var caption: String?
  /// The columns, in order.
  public var columns: [Column]
  /// The rows, in order.
  public var rows: [Row]
  /// The stage that it belongs to.
  public var hue: Hue?
  /// What it is for.
  public var role: Role

  /// What a table is for.
  public enum Role: String, Sendable {
    case plain
    /// The terms of a formula, a row per epoch; the first column is the epoch, and numbers are all it has.
    case terms
    /// One epoch's terms, a row per term; those that change have the titles of the columns of `terms`.
    case worked
  }

  /// A column of a table.
  public struct Column: Sendable, Equatable {
    /// What it is called.
    public var title: [Inline]
    /// Numbers stand right and never wrap.
    public var isNumeric: Bool

    /// A column titled `title`.
    public init(_ title: [Inline], isNumeric: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  /// A row of a table.
  public struct Row: Sendable, Equatable {
    /// One cell per column.
    public var cells: [[Inline]]
    /// Marks the row that the text speaks of.
    public var isMarked: Bool
    /// The epoch that the row tells of; nil in other tables.
    public var epoch: Int?

    /// A row of `cells`.
    public init(_ cells: [[Inline]], isMarked: Bool = false, epoch: Int? = nil) {
      self.cells = cells
      self.isMarked = isMarked
      self.epoch = epoch
    }
  }

  /// A table.
  public init(
    caption: String? = nil, columns: [Column], rows: [Row], hue: Hue? = nil, role: Role = .plain
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.hue = hue
    self.role = role
  }
}

/// Numbers in rows and columns, tinted by value; the middle may be left out.
public struct Tensor: Sendable, Equatable {
  /// Its name, its reading and its hue.
  public var caption: Caption
  /// The column titles; nil stands for the columns that are left out.
  public var columns: [[Inline]?]
  /// The rows, in order.
  public var rows: [Row]
  /// How the tints are scaled: the largest magnitude has the full tint.
  public var scale: Double

  /// A row of numbers.
  public struct Row: Sendable, Equatable {
    /// What it is called.
    public var title: String
    /// One per column; nil for what is left out.
    public var cells: [Cell?]

    /// A row titled `title`.
    public init(title: String, cells: [Cell?]) {
      self.title = title
      self.cells = cells
    }
  }

  /// One number.
  public struct Cell: Sendable, Equatable {
    /// The number itself.
    public var value: Double
    /// The text.
    public var text: String

    /// A number with its text.
    public init(_ value: Double, text: String) {
      self.value = value
      self.text = text
    }
  }

  /// A tinted table.
  public init(caption: Caption, columns: [[Inline]?], rows: [Row], scale: Double) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.scale = scale
  }
}
