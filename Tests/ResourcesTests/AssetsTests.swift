import Foundation
import Resources
import Testing

/// The repository's `Resources/`.
private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Resources")

@Test(arguments: Assets.names.filter { $0 != "engine.wasm.gz" })
func `an embedded file is the file in Resources`(name: String) throws {
  #expect(Assets.bytes(name) == [UInt8](try Data(contentsOf: folder.appending(path: name))))
}

@Test func `every data set is embedded`() throws {
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "datasets").path())
  for file in files where file.hasSuffix(".csv") { #expect(Assets.names.contains("datasets/\(file)")) }
  #expect(Assets.text("datasets/iris.csv")?.hasPrefix("sepal_length_cm,") == true)
}

@Test func `the engine is embedded with its script, where it was built`() {
  guard let (module, script) = Assets.engine else { return }
  #expect(module.starts(with: [0x1F, 0x8B]))
  #expect(script.contains("WebAssembly"))
}

@Test func `a file that is not embedded is nil`() {
  #expect(Assets.bytes("datasets/../iris.csv") == nil)
}
