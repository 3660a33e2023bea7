import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `Every layer of the catalog, in the prediction trace` {
  /// What the layers with weights show: the sum that made a unit, or what the catalog says of the layer.
  private static let sums = ["Linear", "Conv1d", "Conv2d", "ConvTranspose2d", "RNN", "GRU", "LSTM"]
  /// What mixes values in a way that is no sum, and has no weights to be a step by itself.
  private static let described = [
    "Embedding", "MultiheadAttention", "TransformerEncoderLayer", "PReLU", "BatchNorm1d", "BatchNorm2d",
    "LayerNorm",
    "GroupNorm", "Residual",
  ]

  /// Unflatten leads every model here, and is part of the step of what follows it.
  @Test(arguments: Catalog.layers.map { "\($0.info.name)" }.filter { $0 != "Unflatten" })
  func `opens to what made its values, or says what it does`(name: String) throws {
    let step = try #require(Self.step(with: name), "no lesson runs with \(name)")
    let isDescribed = step.blocks.contains { if case .formula = $0 { true } else { false } }
    // Maps too large for a strip of cells are pictures.
    let isPictured = step.blocks.contains { if case .image = $0 { true } else { false } }
    #expect((step.strip?.unit != nil || isPictured) != isDescribed)
    #expect(isDescribed == Self.described.contains(name))
    if Self.sums.contains(name) { #expect(step.detail.contains(name)) }
  }

  /// The step of a sample that the layer is in; nil where none runs.
  private static func step(with name: String) -> Step? {
    guard let info = Catalog.layers.first(where: { "\($0.info.name)" == name })?.info else { return nil }
    let layer = info.example.description.isEmpty ? name : "\(name): { \(info.example) }"
    let isFirst = sums.contains(name) || described.contains(name)
    for shape in ["[64]", "[8, 8]", "[1, 8, 8]"] {
      let unflatten = "- Unflatten: { dim: 1, unflattened_size: \(shape) }\n  "
      // What has no weights stands behind a layer that has.
      let before = isFirst ? [""] : ["- Linear: { out_features: 8 }\n  "]
      for lead in before {
        let model = "\(unflatten)\(lead)- \(layer)\n  - Flatten\n  - Linear: { out_features: 10 }"
        guard let trace = run(model) else { continue }
        return TracedStep(trace, trace.predictions[0], 1).step
      }
    }
    return nil
  }

  private static func run(_ model: String) -> Trace? {
    let text = """
      ---
      title: A layer
      ---

      ```yaml load
      load_digits: {}
      take: 60
      ```

      ```yaml preprocess
      - train_test_split: { test_size: 0.2 }
      ```

      ```yaml train
      model:
        \(model)
      loss: CrossEntropyLoss
      optimizer: { SGD: { lr: 0.0001 } }
      batch_size: 12
      epochs: 1
      ```

      ```yaml schedule
      none
      ```

      ```yaml evaluate
      metrics: [accuracy]
      predict: 0
      ```
      """
    guard let lesson = Lesson.parse(text, file: "layer.md").lesson else { return nil }
    return try? lesson.pipeline.run(table: Samples.table(of: lesson))
  }
}
