/// A part of a lesson's prose, as Markdown knows it.
public struct Block: Sendable, Equatable {
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
    public var start: Int?
    public var items: [Item]
  }

  /// An item of a list; `isChecked` is nil unless it begins with `[ ]` or `[x]`.
  public struct Item: Sendable, Equatable {
    public var isChecked: Bool?
    public var blocks: [Block]
    public var range: SourceRange
  }

  /// A table; every row has as many cells as the header.
  public struct Table: Sendable, Equatable {
    public var alignments: [Alignment]
    public var header: [[Inline]]
    public var rows: [Row]

    /// A row of cells.
    public struct Row: Sendable, Equatable {
      public var cells: [[Inline]]
      public var range: SourceRange
    }

    /// How a column is set.
    public enum Alignment: Sendable { case none, left, center, right }
  }
}
