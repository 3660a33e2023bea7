import Engine

/// Where each part of a pipeline is written.
public struct PipelinePlaces: Sendable, Equatable {
  public var load: ComponentPlace
  /// One per transform; nil for a split that the lesson left out.
  public var preprocess: [ComponentPlace?]
  public var layers: [ComponentPlace]
  public var loss: ComponentPlace
  public var optimizer: ComponentPlace
  /// The settings of the train stage.
  public var training: SourceRange
  public var batchSize: SourceRange
  public var epochs: SourceRange
  public var schedule: ComponentPlace?
  public var metrics: [ComponentPlace]
  public var predict: [SourceRange]
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
