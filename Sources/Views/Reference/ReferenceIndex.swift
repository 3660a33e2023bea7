import Engine
import Lessons

/// Every component there is, by category: what `glassbox reference` lists.
public struct ReferenceIndex {
  /// The index of the whole catalog.
  public init() {}

  /// A table for each category: name and summary.
  public var blocks: [Block] {
    Category.allCases.map { category in
      .table(
        Table(
          columns: [.init([.text(category.title)]), .init([.text("What it does")])],
          rows: category.entries.map { .init([[.text("\($0.name)")], [.text("\($0.summary)")]]) },
          hue: category.stage.hue))
    }
  }

  /// The names of all components.
  public var names: [String] { Category.allCases.flatMap(\.entries).map { "\($0.name)" } }

  /// What there is to know of the components called `name`; empty where there is none.
  public func entries(named name: String) -> [ReferenceEntry] {
    Category.allCases.flatMap { category in
      category.entries.filter { "\($0.name)" == name }.map { ReferenceEntry(category, $0) }
    }
  }
}
