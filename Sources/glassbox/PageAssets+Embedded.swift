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
      behaviour: packed("lesson.js"),
      index: (text("index.css"), script("index.js"), text("index.mustache")),
      engine: EngineModule.isEmbedded
        ? EngineAssets(script: packed("engine.js"), module: module, pack: Deflate.pack) : nil)
  }

  private static func text(_ name: String) -> String { Assets.text("page/\(name)") ?? "" }

  private static func script(_ name: String) -> PlainScript {
    PlainScript(text(name), hash: text(name + ".sha256"))
  }

  private static func packed(_ name: String) -> PackedScript {
    PackedScript(Assets.bytes("page/\(name).z") ?? [], hash: text(name + ".sha256"))
  }

  /// What the pipeline with these bytes needs of the engine.
  @Sendable private static func module(for bytes: [UInt8]) -> [UInt8] {
    var reader = ByteReader(bytes)
    guard let pipeline = try? reader.read() as Pipeline else {
      preconditionFailure("a pipeline's own bytes are not read back")
    }
    return EngineModule.embedded?.blocks(for: pipeline, and: pipeline.standIns) ?? []
  }
}
