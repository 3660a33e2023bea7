import Views

extension Rerun {
  /// What the page's script reads to run the lesson again, with `engine`; and what it makes `controls` of.
  func html(engine: EngineAssets?, controls: Controls?) -> HTML {
    let pieces = obstacle == nil ? engine?.pieces(pipeline) ?? [] : []
    let reason = obstacle ?? (pieces.isEmpty ? "This page was built without the engine." : nil)
    guard let engine, reason == nil else {
      return InertJSON.text(reason ?? "").element("engine-obstacle")
    }
    return """
      \(Self.element("unpacker", engine.unpacker))\(Self.element("script", engine.script.packed))\
      \(Self.element("lesson", engine.pack(json(controls)).base94))\
      \(Self.element("data", data?.base94 ?? ""))\(Self.element("module", pieces.base94))
      """
  }

  private static func element(_ name: HTML, _ content: HTML) -> HTML {
    "<script type=\"text/plain\" id=\"engine-\(name)\">\(content)</script>\n"
  }

  /// What the engine's script knows of the lesson.
  private func json(_ controls: Controls?) -> [UInt8] {
    let lesson: InertJSON = [
      "epochs": .int(epochs), "digest": .text(digest.hexadecimal), "pipeline": .text(pipeline.base94.markup),
      "parts": InertJSON(parts) { [.text($0.name), .int($0.end), .text($0.digest.hexadecimal)] },
      "inputs": InertJSON(inputs) { .text($0) },
      "options": InertJSON(Controls.Option.all) { $0.json }, "controls": controls?.json ?? nil,
    ]
    return Array(lesson.spelling.utf8)
  }
}

extension UInt64 {
  /// In sixteen digits of base 16.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
