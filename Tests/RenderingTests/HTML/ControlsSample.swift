@testable import Views

/// Controls of every kind.
enum ControlsSample {
  static let controls = controls("With 20, the run is </script> ")

  /// The same with `text` in every slot that holds text.
  static func controls(_ text: String) -> Controls {
    Controls(
      file: "lessons/\(text).md",
      settings: [
        .init(
          path: "schedule.T_max", value: .number(10),
          input: .init(kind: .integer, lower: 1, upper: 1_073_741_824),
          takes: "integer ≥ 1", help: "steps from the highest rate to the lowest",
          notes: [[.text(text), .code("one"), .text(" long descent.")]], bytes: 40..<49,
          edit: .init(stage: 0, range: 28..<30, before: "", after: ""), hue: .schedule),
        .init(
          path: "optimizer.nesterov", value: .flag(false), input: .init(kind: .flag), takes: text,
          help: text, notes: [], bytes: 20..<22, edit: nil, hue: .train),
        .init(
          path: "Conv2d.padding", value: .numbers([1, 2]),
          input: .init(kind: .integers, lower: 0, words: ["same"]),
          takes: "1 or 2 integers, or same", help: "zeros around the image", notes: [], bytes: 60..<80,
          edit: nil,
          hue: .train),
      ],
      choices: [
        .init(path: "schedule", name: "CosineAnnealingLR", bytes: 30..<60, beside: ""),
        .init(path: "optimizer", name: "SGD", bytes: 60..<90, beside: "", names: ["Adam"]),
      ],
      metrics: [.init(name: "f1", place: 2)],
      stages: [.init(name: "schedule", text: text)])
  }
}
