import Engine
import Foundation
import Testing

@testable import Lessons

/// Lessons on files of the author's own.
@Suite struct DataFileTests {
  /// The small lesson on `dataset`.
  private func lesson(_ dataset: String, loss: String = "CrossEntropyLoss") throws -> Lesson {
    try Small.lesson([("make_moons: { n_samples: 60, noise: 0.1 }", dataset), ("CrossEntropyLoss", loss)])
  }

  /// An npy file of reals.
  private func npy(_ shape: String, _ values: [Double]) -> [UInt8] {
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }\n"
    let numbers = values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } }
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + numbers
  }

  /// An IDX file of bytes.
  private func idx(_ shape: [UInt8], _ values: [UInt8]) -> [UInt8] {
    [0, 0, 8, UInt8(shape.count)] + shape.flatMap { [0, 0, 0, $0] } + values
  }

  private static let npy = "npy: { path: data/x.npy, target: y.npy }"

  @Test func `a lesson names its files in order`() throws {
    #expect(try lesson(Self.npy).dataFiles == [.author("data/x.npy"), .author("y.npy")])
    #expect(try lesson("npz: { path: a.npz, x: X, y: y }").dataFiles == [.author("a.npz")])
    #expect(try lesson("idx: { images: i, labels: l }").dataFiles == [.author("i"), .author("l")])
    #expect(try lesson("text: { path: tale.txt }").dataFiles == [.author("tale.txt")])
    #expect(try lesson("load_iris").dataFiles == [.bundled("iris.csv")])
  }

  @Test(arguments: [
    "npy: { path: ../x.npy, target: y.npy }", "npy: { path: x.npy, target: /y.npy }",
    "idx: { images: i, labels: ~/l }",
  ])
  func `every file lies in the lesson's folder`(dataset: String) {
    let found = Small.diagnostics([("make_moons: { n_samples: 60, noise: 0.1 }", dataset)])
    #expect(found.codes == [.forbiddenPath])
  }

  @Test func `numbers are classes where the loss asks for them, and values elsewhere`() throws {
    let files = [npy("(3, 2)", [1, 2, 3, 4, 5, 6]), npy("(3,)", [7, -1, 7])]
    let (table, diagnostics) = try lesson(Self.npy).table(files)
    #expect(diagnostics.isEmpty)
    #expect(table?.features == [1, 2, 3, 4, 5, 6] && table?.targets == [1, 0, 1])
    #expect(table?.classNames == ["-1", "7"] && table?.classes == 2)
    for loss in ["MSELoss", "SoftMarginLoss", "KLDivLoss"] {
      let values = try lesson(Self.npy, loss: loss).table(files).table
      #expect(values?.targets == [7, -1, 7] && values?.classes == 0)
    }
  }

  @Test func `a regression may have several values`() throws {
    let files = [npy("(2,)", [1, 2]), npy("(2, 3)", [1, 2, 3, 4, 5, 6])]
    let table = try lesson(Self.npy, loss: "MSELoss").table(files).table
    #expect(table?.columns == 1 && table?.targetColumns == 3 && table?.targets == [1, 2, 3, 4, 5, 6])
  }

  @Test func `pictures become features row by row`() throws {
    let files = [idx([2, 2, 3], Array(0..<12)), idx([2], [9, 4])]
    let table = try lesson("idx: { images: i, labels: l }").table(files).table
    #expect(table?.columns == 6 && table?.features == (0..<12).map(Double.init))
    #expect(table?.targets == [1, 0] && table?.classNames == ["4", "9"])
  }

  @Test func `rows that are not taken are not read`() throws {
    let files = [idx([3, 1, 1], [1, 2, 3]), idx([3], [0, 1, 2])]
    let table = try lesson("idx: { images: i, labels: l }\ntake: 2").table(files).table
    #expect(table?.features == [1, 2] && table?.classes == 2)
  }

  @Test func `what is wrong with a file is told where the lesson names it`() throws {
    let (x, y) = (npy("(2,)", [1, 2]), npy("(2,)", [0, 1]))
    let wrong: [([[UInt8]], String)] = [
      ([Array("x,y\n".utf8), y], "data/x.npy"), ([x, npy("(2,)", [0])], "y.npy"),
      ([x, npy("(3,)", [0, 1, 2])], "y.npy"),
      ([npy("(2,)", [1, .nan]), y], "data/x.npy"), ([x, npy("(2,)", [0, 0.5])], "y.npy"),
      ([x, npy("(2, 2)", [0, 1, 1, 0])], "y.npy"),
    ]
    var texts = ""
    for (files, name) in wrong {
      let (table, diagnostics) = try lesson(Self.npy).table(files)
      #expect(table == nil && diagnostics.codes == [.invalidData])
      #expect(
        diagnostics.first?.place?.length == name.count && diagnostics.text.contains("\(name) has ")
          || name == "data/x.npy")
      texts += diagnostics.text + "\n"
    }
    try expectGolden(texts, "data-files")
  }

  @Test func `an archive without the array tells which it has`() throws {
    let archive = try #require(ArrayFileGoldens.all?.npz.first?.bytes)
    let read = try lesson("npz: { path: a.npz, x: X, y: Y }").table([Array(archive)])
    #expect(read.diagnostics.codes == [.invalidData])
    try expectGolden(read.diagnostics.text, "data-npz")
    #expect(try lesson("npz: { path: a.npz, x: X, y: y }").table([Array(archive)]).table?.classes == 3)
  }
}
