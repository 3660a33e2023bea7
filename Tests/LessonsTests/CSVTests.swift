import Engine
import Testing

@testable import Lessons

/// Data files become tables.
@Suite struct CSVTests {
  private func read(
    _ text: String, target: String = "y", targets: CSVReader.Targets = .values
  ) -> (table: Table?, diagnostics: [Diagnostic]) {
    CSVReader.read(Array(text.utf8), file: "data.csv", target: target, targets: targets)
  }

  @Test func `every column but the target is a feature`() throws {
    let table = try #require(read("a,y,b\n1,10,2\n3,20.5,4e-1\n").table)
    #expect(table.rows == 2 && table.columns == 2 && table.classes == 0)
    #expect(table.features == [1, 2, 3, 0.4])
    #expect(table.targets == [10, 20.5])
    #expect(table.featureNames == ["a", "b"])
    #expect(table.classNames.isEmpty)
  }

  @Test(arguments: [
    "a,y\r\n1,2\r\n3,4\r\n", "\u{FEFF}a,y\n1,2\n3,4", "\"a\",\"y\"\n\"1\",2\n3,\"4\"\n",
    "a , y\n 1 , 2\n3,4\n\n",
  ])
  func `line ends, quotes, spaces and empty lines do not matter`(text: String) {
    let table = read(text).table
    #expect(table?.features == [1, 3] && table?.targets == [2, 4])
  }

  @Test func `words make classes in sorted order`() throws {
    let table = try #require(read("a,y\n1,\"b, \"\"x\"\"\"\n2,a\n3,\"b, \"\"x\"\"\"\n").table)
    #expect(table.classes == 2)
    #expect(table.classNames == ["a", "b, \"x\""])
    #expect(table.targets == [1, 0, 1])
  }

  @Test func `whole numbers make classes where the loss asks for them`() throws {
    let table = try #require(read("a,y\n1,5\n2,2\n3,5\n", targets: .classes).table)
    #expect(table.classes == 2 && table.classNames == ["2", "5"] && table.targets == [1, 0, 1])
    #expect(read("a,y\n1,5\n2,2\n").table?.classes == 0)
  }

  @Test(arguments: [
    ("header-alone", "a,y\n"), ("no-such-column", "a,z\n1,2\n"), ("same-columns", "a,a,y\n1,2,3\n"),
    ("short-row", "a,y\n1,2\n3\n4,5,6\n"), ("word-as-feature", "a,y\n1,2\nmany,3\n"),
    ("empty-cell", "a,y\n1,\n,2\n"),
    ("open-quote", "a,y\n\"1,2\n3,4\n"), ("target-alone", "y\n1\n"), ("infinite", "a,y\ninf,1\nnan,2\n"),
  ])
  func `a mistake in the data is told at its cell`(name: String, text: String) throws {
    let (table, diagnostics) = read(text)
    #expect(table == nil)
    try expectGolden(diagnostics.text, "csv-\(name)")
  }

  @Test func `values cannot be classes`() throws {
    let (table, diagnostics) = read("a,y\n1,0\n2,0.5\n", targets: .classes)
    #expect(table == nil)
    try expectGolden(diagnostics.text, "csv-values-as-classes")
  }

  @Test(arguments: [
    ("load_iris", 150, 4, ["setosa", "versicolor", "virginica"]),
    ("load_wine", 178, 13, ["class_0", "class_1", "class_2"]),
    ("load_breast_cancer", 569, 30, ["malignant", "benign"]), ("load_diabetes", 442, 10, []),
    ("load_digits", 1797, 64, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]),
    ("load_diabetes: { scaled: false }", 442, 10, []),
  ])
  func `bundled data has scikit-learn's rows and classes`(
    dataset: String, rows: Int, columns: Int, classes: [String]
  ) throws {
    let lesson = try Small.lesson([("make_moons: { n_samples: 60, noise: 0.1 }", dataset)])
    guard case .bundled(let file) = lesson.dataFiles.first else {
      Issue.record("no file")
      return
    }
    let (table, diagnostics) = lesson.table([try Files.bytes("Resources/datasets/\(file)")])
    #expect(diagnostics.isEmpty)
    #expect(table?.rows == rows && table?.columns == columns && table?.classNames == classes)
  }

  @Test func `an author's file is read as the loss wants it`() throws {
    let csv = ("make_moons: { n_samples: 60, noise: 0.1 }", "csv: { path: data/a.csv, target: y }")
    let lesson = try Small.lesson([csv])
    #expect(lesson.dataFiles == [.author("data/a.csv")])
    #expect(lesson.table([Array("a,y\n1,0\n2,1\n".utf8)]).table?.classes == 2)
    let regression = try Small.lesson([csv, ("CrossEntropyLoss", "MSELoss")])
    #expect(regression.table([Array("a,y\n1,0\n2,1\n".utf8)]).table?.classes == 0)
    #expect(try Small.lesson().dataFiles.isEmpty)
  }

  @Test(arguments: [
    ("a.csv", true), ("data/a.csv", true), ("./a.csv", true), ("a/../b.csv", true), ("../a.csv", false),
    ("a/../../b.csv", false), ("/a.csv", false), ("~/a.csv", false), ("C:\\a.csv", false), ("", false),
    (".", false),
    ("a\u{0}b", false), ("..", false), ("file:a.csv", false),
  ])
  func `a path stays in the lesson's folder`(path: String, isInside: Bool) {
    #expect(RelativePath.isInside(path) == isInside)
  }
}
