import Engine
import Lessons
import Rendering
import Resources
import Views

extension PageAssets {
  /// What the executable carries for its pages.
  static func embedded() throws -> PageAssets {
    func text(_ name: String) -> String { Assets.text("page/\(name)") ?? "" }
    return try PageAssets(
      lesson: (text("lesson.css"), text("boot.js"), text("page.mustache")),
      behaviour: PackedScript(text("lesson.js"), pack: Deflate.pack),
      index: (text("index.css"), text("index.js"), text("index.mustache")),
      engine: EngineModule.embedded.map { engine in
        EngineAssets(script: text("engine.js"), pack: Deflate.pack) { bytes in
          var reader = ByteReader(bytes)
          guard let pipeline = try? reader.read() as Pipeline else {
            preconditionFailure("a pipeline's own bytes are not read back")
          }
          return Deflate.pack(engine.bytes(for: pipeline, and: pipeline.standIns))
        }
      })
  }
}
