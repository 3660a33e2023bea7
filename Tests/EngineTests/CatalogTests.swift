import Engine
import Testing

/// What holds for every row of the catalog.
@Suite struct CatalogTests {
  static let rows = Engine.Category.allCases.flatMap { category in
    category.entries.indices.map { Row(category: category, row: $0) }
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let category: Engine.Category
    let row: Int
    var info: Info { category.entries[row] }
    var testDescription: String { info.name.description }
  }

  @Test(arguments: rows) func `every default lies within its parameter's range`(_ row: Row) {
    for parameter in row.info.parameters {
      guard let fallback = parameter.fallback else { continue }
      #expect(parameter.accepts(fallback), "\(row.testDescription) \(parameter.name) \(fallback)")
    }
  }

  @Test(arguments: rows) func `every row says what it does and where it comes from`(_ row: Row) {
    #expect(!row.info.summary.description.isEmpty)
    #expect(!row.info.source.description.isEmpty)
    #expect(row.info.parameters.allSatisfy { !$0.help.description.isEmpty })
  }

  @Test func `no name stands twice in a list`() {
    for category in Engine.Category.allCases {
      let names = category.entries.map(\.name.description)
      #expect(Set(names).count == names.count, "\(category)")
    }
  }
}
