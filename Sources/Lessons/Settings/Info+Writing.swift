import Engine

extension Info {
  /// The component as a lesson writes it, with what has no default:
  /// `StepLR: { step_size: 10 }`, or its bare name.
  public var written: String { example.utf8CodeUnitCount == 0 ? "\(name)" : "\(name): { \(example) }" }

  /// A line to paste into a lesson's settings, where components of `category` stand.
  public func line(in category: Category) -> String {
    let value = example.utf8CodeUnitCount == 0 ? written : "{ \(written) }"
    return switch category {
    case .dataset, .scheduler: written
    case .transform, .layer: "- \(written)"
    case .loss: "loss: \(value)"
    case .optimizer: "optimizer: \(value)"
    case .metric: "metrics: [\(value)]"
    case .splitter: "cross_validation: \(value)"
    case .initializer: "- Linear: { out_features: 64, init: { weight: \(value) } }"
    }
  }
}

extension Category {
  /// The stage whose settings name its components.
  public var stage: Stage.Kind {
    switch self {
    case .dataset: .load
    case .transform: .preprocess
    case .layer, .loss, .optimizer, .initializer: .train
    case .scheduler: .schedule
    case .metric, .splitter: .evaluate
    }
  }

  /// What its components are called together: `Schedulers`.
  public var title: String { noun.prefix(1).uppercased() + noun.dropFirst() + (self == .loss ? "es" : "s") }
}

extension Component {
  /// The component that `text` writes as a lesson's settings do, or what is wrong with it.
  public static func read(
    _ text: String, _ category: Category
  ) -> (component: Component?, diagnostics: [Diagnostic]) {
    let source = Source(text, file: "settings")
    var diagnostics = Diagnostics(source)
    guard let setting = YAMLReader.read(SourceRange(0, text.utf8.count), of: source, &diagnostics) else {
      return (nil, diagnostics.found)
    }
    var reader = ComponentReader(diagnostics: diagnostics)
    let read = reader.component(setting, category)
    return (read?.component, reader.diagnostics.found)
  }
}
