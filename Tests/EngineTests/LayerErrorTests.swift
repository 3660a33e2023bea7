import Testing

@testable import Engine
import EngineTestSupport

@Suite struct LayerErrorTests {
  /// What a layer says of an input that it does not take.
  private func reason(_ layer: JSON, on shape: [Int]) throws -> EngineError.Reason? {
    do {
      _ = try LayerBench<Float>(component(.layer, layer), shape: shape)
      return nil
    } catch let error as EngineError { return error.reason }
  }

  @Test func `sizes that the shape before contradicts are named with it`() throws {
    let cases: [(JSON, [Int], String, Int, Int)] = [
      (["Linear", ["in_features": 4, "out_features": 2]], [2, 5], "in_features", 4, 5),
      (
        ["Conv2d", ["in_channels": 3, "out_channels": 2, "kernel_size": 1]], [2, 1, 4, 4], "in_channels", 3, 1
      ),
      (["BatchNorm1d", ["num_features": 7]], [2, 6], "num_features", 7, 6),
      (["LSTM", ["input_size": 2, "hidden_size": 2]], [2, 3, 4], "input_size", 2, 4),
      (["MultiheadAttention", ["embed_dim": 8, "num_heads": 2]], [2, 3, 4], "embed_dim", 8, 4),
    ]
    for (layer, shape, name, stated, found) in cases {
      guard case .sizeMismatch(_, let parameter, stated, found) = try reason(layer, on: shape) else {
        Issue.record("\(layer)")
        continue
      }
      #expect(parameter.description == name)
    }
  }

  @Test func `a window larger than its input names both shapes`() throws {
    let layers: [JSON] = [
      ["Conv2d", ["out_channels": 2, "kernel_size": 5]], ["MaxPool2d", ["kernel_size": 5]],
      ["AvgPool2d", ["kernel_size": [5, 2]]],
    ]
    for layer in layers {
      guard case .shapeMismatch(_, let expected, let found) = try reason(layer, on: [2, 1, 4, 4]) else {
        Issue.record("\(layer)")
        continue
      }
      #expect(expected.sizes.max() == 5 && found == Shape(1, 4, 4))
    }
  }

  @Test func `images are told from rows`() throws {
    for layer in [["Conv2d", ["out_channels": 2, "kernel_size": 1]], ["MaxPool2d", ["kernel_size": 1]]]
      as [JSON]
    {
      guard case .rankMismatch(_, _, Shape(64)) = try reason(layer, on: [2, 64]) else {
        Issue.record("\(layer)")
        continue
      }
    }
  }

  @Test func `a residual path must keep the shape`() throws {
    let layer: JSON = ["Residual", ["layers": [["Linear", ["out_features": 3]]]]]
    guard case .shapeMismatch(_, Shape(4), Shape(3)) = try reason(layer, on: [2, 4]) else {
      Issue.record("no error")
      return
    }
  }

  @Test func `what would not fit into memory is refused before it is taken`() throws {
    let huge = 1 << 30
    let layers: [JSON] = [
      ["Linear", ["out_features": .number(Double(huge))]],
      ["LSTM", ["hidden_size": .number(Double(1 << 24))]],
      ["Conv2d", ["out_channels": .number(Double(huge)), "kernel_size": 3, "padding": 4096]],
      ["ConvTranspose2d", ["out_channels": .number(Double(huge)), "kernel_size": 3, "stride": 16384]],
      ["Embedding", ["num_embeddings": .number(Double(huge)), "embedding_dim": .number(Double(huge))]],
      ["TransformerEncoderLayer", ["nhead": 1, "dim_feedforward": .number(Double(huge))]],
    ]
    for layer in layers {
      let isImage = layer.array?.first?.string?.hasPrefix("Conv") == true
      guard case .tooLarge? = try reason(layer, on: isImage ? [2, 3, 8, 8] : [2, 8, 8]) else {
        Issue.record("\(layer)")
        continue
      }
    }
  }

  @Test func `initializers reach into a residual path, after all layers have drawn`() throws {
    var inner = try component(.layer, "Linear", ["out_features": 4])
    inner.initializers = [
      Initialization(parameter: 1, component: try component(.initializer, "constant_", ["val": 0.5]))
    ]
    var layer = try component(.layer, ["Residual", ["layers": []]])
    layer.arguments = [.components([inner])]
    var network = try Network<Float>(
      [layer, component(.layer, "Linear", ["out_features": 1])], features: 4, targetColumns: 1, capacity: 2,
      generator: TorchGenerator(seed: 5 as UInt64))
    #expect(network.parameters[16..<20].allSatisfy { $0 == 0.5 })
    network.workspace.rows = 1
    network.forward()
  }
}

@Suite struct LossCheckTests {
  @Test func `a loss says which targets it takes`() throws {
    func passes(_ name: String, _ output: Shape, classes: Int, columns: Int) throws -> Bool {
      do {
        try Loss<Float>(component(.loss, name)).check(output, classes, columns)
        return true
      } catch is EngineError { return false }
    }
    #expect(try passes("CrossEntropyLoss", Shape(3), classes: 3, columns: 1))
    #expect(try !passes("CrossEntropyLoss", Shape(2), classes: 3, columns: 1))
    #expect(try !passes("CrossEntropyLoss", Shape(2), classes: 0, columns: 2))
    #expect(try passes("MSELoss", Shape(2), classes: 0, columns: 2))
    #expect(try !passes("MSELoss", Shape(1), classes: 0, columns: 2))
    #expect(try !passes("MSELoss", Shape(3), classes: 3, columns: 1))
    #expect(try passes("BCEWithLogitsLoss", Shape(1), classes: 2, columns: 1))
    #expect(try !passes("BCEWithLogitsLoss", Shape(1), classes: 3, columns: 1))
  }
}
