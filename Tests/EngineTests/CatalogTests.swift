import Engine
import EngineTestSupport
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

/// Golden cases are skipped only for what the catalog does not have: so it has to have what they name.
@Suite struct GoldenNamesTests {
  struct Optimizers: Decodable {
    struct Case: Decodable { let optimizer: String }
    let cases: [Case]
  }
  struct Schedulers: Decodable {
    struct Case: Decodable { let scheduler: String }
    let cases: [Case]
  }
  struct Layers: Decodable {
    struct Layer: Decodable { let module: String }
    struct Loss: Decodable { let loss: String }
    let layers: [Layer]
    let losses: [Loss]
  }
  struct Datasets: Decodable {
    struct Case: Decodable { let fn: String }
    let sklearn_datasets: [Case]
  }

  @Test func `the catalog has every component that the goldens name`() throws {
    let layers = try Goldens.load("layers", as: Layers.self)
    let named: [(Engine.Category, [String])] = [
      (.optimizer, try Goldens.load("optimizers", as: Optimizers.self).cases.map(\.optimizer)),
      (.scheduler, try Goldens.load("lr_schedulers", as: Schedulers.self).cases.map(\.scheduler)),
      (.layer, layers.layers.map(\.module)), (.loss, layers.losses.map(\.loss)),
      (.dataset, try Goldens.load("rng", as: Datasets.self).sklearn_datasets.map(\.fn)),
    ]
    for (category, names) in named {
      #expect(!names.isEmpty)
      #expect(Set(names).filter { !catalogHas(category, $0) } == [], "\(category)")
    }
  }
}
