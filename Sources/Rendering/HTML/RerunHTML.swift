import Views

extension Rerun {
  /// What the page's script reads to run the lesson again, with `engine`.
  func html(engine: EngineAssets?) -> HTML {
    let module = obstacle == nil ? engine?.module(pipeline) ?? [] : []
    let reason = obstacle ?? (module.isEmpty ? "This page was built without the engine." : nil)
    let lesson: InertJSON = [
      "reason": reason.map { .text($0) } ?? nil, "epochs": .int(epochs), "digest": .text(digest.hexadecimal),
      "pipeline": .text(pipeline.base64), "table": data.map { .text($0.base64) } ?? nil,
      "parts": InertJSON(parts) { [.text($0.name), .int($0.end), .text($0.digest.hexadecimal)] },
    ]
    guard let engine, reason == nil else { return lesson.element("engine-lesson") }
    return """
      \(lesson.element("engine-lesson"))<script type="text/plain" id="engine-script">\(engine.script.packed)</script>
      <script type="text/plain" id="engine-module">\(module.base64)</script>

      """
  }
}

extension UInt64 {
  /// In sixteen digits of base 16.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
