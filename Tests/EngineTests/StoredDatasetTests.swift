import Foundation
import Testing

@testable import Engine
import EngineTestSupport

@Suite struct StoredDatasetTests {
  struct File: Decodable {
    struct Samples: Decodable {
      let X: Goldens.Tensor
      let y: [Double]
    }
    let digits, diabetes: Samples
  }

  @Test func `digits and diabetes are what scikit-learn loads`() throws {
    let golden = try Goldens.load("datasets", as: File.self)
    let loaded = [
      (try load("load_digits"), golden.digits),
      (try load("load_diabetes", ["scaled": false]), golden.diabetes),
    ]
    for (table, samples) in loaded {
      #expect([table.rows, table.columns] == samples.X.shape)
      #expect(table.features == samples.X.data)
      #expect(table.targets == samples.y)
    }
  }

  @Test(arguments: [
    ("load_iris", 150, 4, 3), ("load_wine", 178, 13, 3), ("load_breast_cancer", 569, 30, 2),
    ("load_digits", 1797, 64, 10), ("load_diabetes", 442, 10, 0),
  ])
  func `a bundled data set has its samples, features and classes`(
    name: String, rows: Int, columns: Int, classes: Int
  ) throws {
    let table = try load(name)
    #expect((table.rows, table.columns, table.classes) == (rows, columns, classes))
    #expect(table.featureNames.count == columns)
  }

  @Test func `diabetes is centred, and its squares sum to 1, unless it is to stay as measured`() throws {
    let table = try load("load_diabetes")
    let raw = try load("load_diabetes", ["scaled": false])
    for column in 0..<10 {
      let measured = Moments(raw.feature(column))
      let scaled = raw.feature(column).map { ($0 - measured.mean) / (measured.scale * 442.0.squareRoot()) }
      #expect(agree(table.feature(column), scaled, to: 1e-14))
    }
  }

  @Test func `digits below n_class are kept`() throws {
    let table = try load("load_digits", ["n_class": 3])
    #expect((table.rows, table.classes, table.classNames.count) == (537, 3, 3))
    #expect(table.targets.max() == 2)
  }

  @Test func `a table that was loaded loads as itself`() throws {
    var (pipeline, _) = try #require(RunTests.runs.first).pipeline(.float32)
    pipeline.load.dataset = try component(.dataset, "load_digits", ["n_class": 3])
    pipeline.load.take = 40
    let loaded = try pipeline.loaded(from: try load("load_digits"))
    #expect((loaded.rows, loaded.classes) == (40, 3))
    #expect(try pipeline.loaded(from: loaded) == loaded)
  }

  static let stored: [(String, [String: JSON])] = [
    ("load_iris", [:]), ("csv", ["path": "houses.csv", "target": "price"]),
  ]

  @Test(arguments: stored)
  func `a stored data set asks for its table`(name: String, params: [String: JSON]) throws {
    let dataset = try Dataset(component(.dataset, name, params))
    #expect(dataset.size == nil)
    #expect { try dataset.load(seed: 0) } throws: { error in
      guard case .missingTable? = (error as? EngineError)?.reason else { return false }
      return true
    }
  }

  @Test func `the author's table is given as it is`() throws {
    let table = Table(labels: [0, 1, 1], classes: 2)
    let dataset = try Dataset(component(.dataset, "csv", ["path": "a.csv", "target": "y"]))
    #expect(try dataset.load(seed: 0, table: table) == table)
    #expect(dataset.file == nil)
  }

  private func load(_ name: String, _ params: [String: JSON] = [:]) throws -> Table {
    let dataset = try Dataset(component(.dataset, name, params))
    let file = try #require(dataset.file).description
    return try dataset.load(seed: 0, table: Self.read(file, classes: !file.hasPrefix("diabetes")))
  }

  /// A bundled file; classes are numbered in order of appearance.
  private static func read(_ file: String, classes: Bool) throws -> Table {
    let package = (0..<3).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
    let resources = package.appending(path: "Resources/datasets")
    let text = try String(contentsOf: resources.appending(path: file + ".csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    var names: [String] = []
    for line in lines.dropFirst() where classes {
      if let name = line.last, !names.contains(name) { names.append(name) }
    }
    let samples = lines.dropFirst()
    var table = Table(
      rows: samples.count, columns: lines[0].count - 1,
      features: samples.flatMap { $0.dropLast().map { Double($0) ?? .nan } },
      targets: samples.map { sample in
        let target = sample.last ?? ""
        return names.firstIndex(of: target).map(Double.init) ?? Double(target) ?? .nan
      },
      classes: names.count)
    table.featureNames = lines[0].dropLast()
    table.classNames = names
    return table
  }
}
