import Engine
import Foundation
import Testing

@testable import Lessons

/// Files that NumPy saved: `array_files.json`.
struct ArrayFileGoldens: Decodable {
  struct Tensor: Decodable, Sendable {
    let shape: [Int]
    let data: [Double]
    var array: NumericArray { NumericArray(shape: shape, values: data) }
  }

  struct File: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: Data
    let array: Tensor?
    let arrays: [String: Tensor]?
    var testDescription: String { name }
  }

  let npy: [File]
  let npz: [File]
  let idx: [File]

  static let all: ArrayFileGoldens? = try? JSONDecoder().decode(
    ArrayFileGoldens.self, from: Data(Files.bytes("Tests/Goldens/array_files.json")))
}

extension NumericArray {
  /// For comparison with the goldens.
  init(shape: [Int], values: [Double]) {
    self = Self.empty
    self.shape = shape
    self.values = values
  }

  private static let empty: NumericArray = {
    let layout = Layout(element: .init(kind: .unsigned, size: 1, isBigEndian: false), shape: [1])
    guard let array = try? NumericArray([0], layout, limit: 1) else {
      preconditionFailure("one byte is an array")
    }
    return array
  }()
}

@Suite struct ArrayFileTests {
  @Test func `the golden files are there`() { #expect(ArrayFileGoldens.all?.npy.isEmpty == false) }

  @Test(arguments: ArrayFileGoldens.all?.npy ?? [])
  func `an npy file is what NumPy saved`(_ file: ArrayFileGoldens.File) throws {
    #expect(try NPYReader.read(file.bytes.bytes) == #require(file.array).array)
  }

  @Test(arguments: ArrayFileGoldens.all?.idx ?? [])
  func `an IDX file is the array that it was made of`(_ file: ArrayFileGoldens.File) throws {
    #expect(try IDXReader.read(file.bytes.bytes) == #require(file.array).array)
  }

  @Test(arguments: ArrayFileGoldens.all?.npz ?? [])
  func `an npz archive has NumPy's arrays, stored or packed`(_ file: ArrayFileGoldens.File) throws {
    let archive = try ZipArchive(Array(file.bytes))
    let arrays = try #require(file.arrays)
    #expect(Set(archive.names) == Set(arrays.keys.map { $0 + ".npy" }))
    for (name, tensor) in arrays {
      let bytes = try #require(try archive.file(name + ".npy"))
      #expect(try NPYReader.read(bytes[...]) == tensor.array)
    }
    #expect(try archive.file("Z.npy") == nil)
  }

  @Test func `no more rows are read than are asked for`() throws {
    for file in try #require(ArrayFileGoldens.all).npy {
      let whole = try #require(file.array).array
      let part = try NPYReader.read(file.bytes.bytes, limit: 2)
      #expect(part.shape == [min(2, whole.shape[0])] + whole.shape.dropFirst())
      #expect(part.values == Array(whole.values.prefix(part.shape[0] * whole.width)))
    }
  }

  @Test func `every file cut short is refused`() throws {
    let all = try #require(ArrayFileGoldens.all)
    for file in all.npy.prefix(3) + all.idx.prefix(3) {
      for end in file.bytes.indices.dropLast() {
        let bytes = file.bytes.bytes[..<end]
        #expect(throws: DataFault.self) { try NPYReader.read(bytes) }
        #expect(throws: DataFault.self) { try IDXReader.read(bytes) }
      }
    }
    let archive = Array(all.npz[0].bytes)
    for end in archive.indices { #expect(throws: DataFault.self) { try ZipArchive(Array(archive[..<end])) } }
  }

  @Test func `a byte changed is an error or another array, never a trap`() throws {
    let all = try #require(ArrayFileGoldens.all)
    for file in all.npy.suffix(2) + all.idx.suffix(1) {
      for place in file.bytes.indices {
        for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
          var bytes = Array(file.bytes)
          bytes[place] = value
          _ = try? NPYReader.read(bytes[...])
          _ = try? IDXReader.read(bytes[...])
        }
      }
    }
  }

  @Test func `a byte changed in an archive is noticed`() throws {
    for file in try #require(ArrayFileGoldens.all).npz.prefix(2) {
      let whole = Array(file.bytes)
      for place in whole.indices {
        var bytes = whole
        bytes[place] ^= 0x55
        let changed = try? ZipArchive(bytes)
        for name in changed?.names ?? [] {
          guard let found = try? changed?.file(name), name == "X.npy" || name == "y.npy" else { continue }
          #expect(try found == ZipArchive(whole).file(name), "byte \(place)")
        }
      }
    }
  }

  @Test(arguments: [
    "{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 9223372036854775807), }",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 1), }",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, 1), }",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 3), }",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
    "{'descr': '<f2', 'fortran_order': False, 'shape': (1,), }",
    "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
    "{'descr': '<U3', 'fortran_order': False, 'shape': (1,), }",
    "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", "{'descr': '', 'shape': )(",
  ])
  func `a header that makes no array is refused before memory is taken`(header: String) {
    let length = [UInt8(header.utf8.count), 0]
    let bytes =
      [0x93] + Array("NUMPY".utf8) + [1, 0] + length + Array(header.utf8) + [UInt8](repeating: 0, count: 16)
    #expect(throws: DataFault.self) { try NPYReader.read(bytes[...]) }
  }

  @Test func `pictures packed by gzip are told how to unpack`() {
    #expect { try IDXReader.read([0x1F, 0x8B, 8, 0]) } throws: { ($0 as? DataFault)?.helps.isEmpty == false }
  }
}

extension Data {
  fileprivate var bytes: ArraySlice<UInt8> { Array(self)[...] }
}
