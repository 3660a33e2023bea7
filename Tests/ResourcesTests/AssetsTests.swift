import Foundation
import Resources
import Testing

private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Test(arguments: Assets.names)
func `an embedded file is the file in Resources, or what make packed of them`(name: String) throws {
  let file = name.split(separator: "/").last ?? ""
  let places = [".build-page/\(file)", ".build-wasm/\(file)", "Resources/\(name)"]
  let found = places.first { FileManager.default.fileExists(atPath: repository.appending(path: $0).path()) }
  let bytes = try Data(contentsOf: repository.appending(path: #require(found)))
  #expect(Assets.bytes(name) == [UInt8](bytes))
}

@Test func `every data set is embedded`() throws {
  let files = try FileManager.default.contentsOfDirectory(
    atPath: repository.appending(path: "Resources/datasets").path())
  for file in files where file.hasSuffix(".csv") { #expect(Assets.names.contains("datasets/\(file)")) }
  #expect(Assets.text("datasets/iris.csv")?.hasPrefix("sepal_length_cm,") == true)
}

@Test func `the engine is embedded with its script, where it was built`() {
  guard EngineModule.isEmbedded else { return }
  #expect(Assets.bytes("page/engine.js.packed")?.isEmpty == false)
  #expect(Assets.bytes("page/unpack.wasm.z")?.isEmpty == false)
}

@Test func `a file that is not embedded is nil`() {
  #expect(Assets.bytes("datasets/../iris.csv") == nil)
}
