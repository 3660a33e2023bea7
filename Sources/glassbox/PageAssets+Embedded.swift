import Engine
import Lessons
import Rendering
import Resources
import Views

extension PageAssets {
  /// What the executable carries for its pages.
  static func embedded() throws -> PageAssets {
    try PageAssets(
      lesson: (text("lesson.css"), script("boot.js"), text("page.mustache")),
      behaviour: script("lesson.js", packed: "z"),
      index: (text("index.css"), script("index.js"), text("index.mustache")),
      engine: EngineModule.isEmbedded
        ? EngineAssets(
          unpacker: bytes("unpack.wasm.z"), script: script("engine.js", packed: "packed"), pieces: pieces,
          pack: Deflate.pack) : nil)
  }

  private static func bytes(_ name: String) -> [UInt8] { Assets.bytes("page/\(name)") ?? [] }

  private static func text(_ name: String) -> String { Assets.text("page/\(name)") ?? "" }

  private static func script(_ name: String) -> PlainScript {
    PlainScript(text(name), hash: text(name + ".sha256"))
  }

  private static func script(_ name: String, packed ending: String) -> PackedScript {
    PackedScript(bytes("\(name).\(ending)"), hash: text(name + ".sha256"))
  }

  /// What the pipeline with these bytes needs of the engine.
  @Sendable private static func pieces(for bytes: [UInt8]) -> [UInt8] {
    var reader = ByteReader(bytes)
    guard let pipeline = try? reader.read() as Pipeline else {
      preconditionFailure("a pipeline's own bytes are not read back")
    }
    return EngineModule.embedded?.packed(for: pipeline, and: pipeline.standIns) ?? []
  }
}
