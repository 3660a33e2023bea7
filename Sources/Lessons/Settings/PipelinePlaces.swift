import Engine

/// Where each part of a pipeline is written.
public struct PipelinePlaces: Sendable, Equatable {
  /// The dataset.
  public var load: ComponentPlace
  /// One per transform; nil for a split that the lesson left out.
  public var preprocess: [ComponentPlace?]
  /// One per layer of the model.
  public var layers: [ComponentPlace]
  /// The loss.
  public var loss: ComponentPlace
  /// The optimizer.
  public var optimizer: ComponentPlace
  /// The settings of the train stage.
  public var training: SourceRange
  /// The value of `batch_size`.
  public var batchSize: SourceRange
  /// The value of `epochs`.
  public var epochs: SourceRange
  /// The scheduler; nil for `none`.
  public var schedule: ComponentPlace?
  /// One per metric.
  public var metrics: [ComponentPlace]
  /// One per row to follow.
  public var predict: [SourceRange]
  /// Where the splitter stands; nil without one.
  public var crossValidation: ComponentPlace?
}

/// Where a component and its arguments are written.
public struct ComponentPlace: Sendable, Equatable {
  /// The component's name.
  public var name: String
  /// Where the name stands.
  public var range: SourceRange
  /// Where each argument that was given stands, by the row of its parameter.
  public var arguments: [Int: SourceRange]
  /// The components that it holds, in order.
  public var parts: [ComponentPlace]

  /// This place or the first within it of a component called `name`.
  func find(_ name: String) -> ComponentPlace? {
    if self.name == name { return self }
    for part in parts { if let found = part.find(name) { return found } }
    return nil
  }
}
