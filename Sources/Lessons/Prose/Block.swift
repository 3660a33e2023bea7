/// A part of a lesson's prose, as Markdown knows it.
public struct Block: Sendable, Equatable {
  /// What it is.
  public var content: Content
  /// Where it stands.
  public var range: SourceRange

  /// What a block is.
  public indirect enum Content: Sendable, Equatable {
    case paragraph([Inline])
    case heading(level: Int, [Inline])
    case list(List)
    case quote([Block])
    case code(language: String, text: String)
    case table(Table)
    /// A formula on a line of its own, in LaTeX's notation without the dollar signs.
    case math(String)
    case rule
  }

  /// A list; `start` is the first number, nil for bullets.
  public struct List: Sendable, Equatable {
    /// The first number; nil for bullets.
    public var start: Int?
    /// The items in order.
    public var items: [Item]
  }

  /// An item of a list; `isChecked` is nil unless it begins with `[ ]` or `[x]`.
  public struct Item: Sendable, Equatable {
    /// Whether its box is checked; nil without a box.
    public var isChecked: Bool?
    /// What it holds.
    public var blocks: [Block]
    /// Where it stands.
    public var range: SourceRange
  }

  /// A table; every row has as many cells as the header.
  public struct Table: Sendable, Equatable {
    /// One per column.
    public var alignments: [Alignment]
    /// The cells of the header.
    public var header: [[Inline]]
    /// The rows below the header.
    public var rows: [Row]

    /// A row of cells.
    public struct Row: Sendable, Equatable {
      /// One per column.
      public var cells: [[Inline]]
      /// The line that it stands on.
      public var range: SourceRange
    }

    /// How a column is set.
    public enum Alignment: Sendable { case none, left, center, right }
  }
}
