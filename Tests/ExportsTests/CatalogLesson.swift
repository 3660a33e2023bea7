import Engine
import Lessons

/// A small lesson in which one component of the catalog can stand in the place of another.
struct CatalogLesson {
  var load = "make_blobs: { n_features: 4 }"
  var transforms = "[train_test_split, StandardScaler]"
  var first = "Linear: { out_features: 16 }"
  var layer = "ReLU"
  var weight = "xavier_normal_"
  var bias = true
  var outputs = 3
  var loss = "CrossEntropyLoss: {}"
  var optimizer = "SGD: { lr: 0.01, momentum: 0.9 }"
  var schedule = "none"
  var metric = "loss"

  func lesson() throws -> Lesson {
    try ExportsTests.lesson(
      load, transforms,
      """
      model:
        - \(first)
        - \(layer)
        - Linear: { out_features: \(outputs), bias: \(bias), init: { weight: \(weight) } }
      loss: { \(loss) }
      optimizer: { \(optimizer) }
      batch_size: 10
      epochs: 1
      """, schedule, "metrics: [\(metric)]\npredict: 0")
  }

  /// The lesson with `info`, as its example writes it; the first of several tries that runs, nil without one.
  static func with(_ info: Info, of category: Engine.Category) -> (lesson: Lesson, trace: Trace)? {
    let name = "\(info.name)"
    let pair = info.example.description.isEmpty ? "\(name): {}" : "\(name): { \(info.example) }"
    return tries(pair, category).lazy.compactMap { settings in
      guard let lesson = try? settings.lesson(), let trace = try? lesson.pipeline.run() else { return nil }
      return (lesson, trace)
    }.first
  }

  /// A regression whose target is scaled.
  private static let regression = CatalogLesson(
    load: "make_regression: { n_features: 20 }",
    transforms: "[train_test_split, { StandardScaler: { target: true } }]", outputs: 1, loss: "MSELoss: {}")

  /// A lesson of two classes and one output.
  private static let twoClasses = CatalogLesson(
    load: "make_moons: {}", outputs: 1, loss: "BCEWithLogitsLoss: {}")

  private static func tries(_ pair: String, _ category: Engine.Category) -> [CatalogLesson] {
    let classes = CatalogLesson()
    switch category {
    case .dataset: return [classes, regression].map { $0.setting(\.load, pair) }
    case .transform:
      return ["[{ \(pair) }]", "[train_test_split, { \(pair) }]", "[{ \(pair) }, train_test_split]"].map {
        classes.setting(\.transforms, $0)
      }
    case .layer: return layers(pair)
    case .initializer: return [classes.setting(\.weight, "{ \(pair) }")]
    case .loss:
      let probability = twoClasses.setting(\.layer, "Linear: { out_features: 1 }\n  - Sigmoid")
      return [classes, regression, twoClasses, probability].map { $0.setting(\.loss, pair) }
    case .optimizer:
      let matrices = classes.setting(\.bias, false).setting(
        \.first, "Linear: { out_features: 16, bias: false }")
      return [classes, matrices].map { $0.setting(\.optimizer, pair) }
    case .scheduler: return [classes.setting(\.schedule, pair)]
    case .metric: return [classes, regression, twoClasses].map { $0.setting(\.metric, "{ \(pair) }") }
    case .splitter: return []
    }
  }

  /// Behind rows as they are, sequences and pictures; and first, where class numbers come in.
  private static func layers(_ pair: String) -> [CatalogLesson] {
    let unflattened = ["[4, 4]", "[1, 4, 4]"].map {
      "Unflatten: { dim: 1, unflattened_size: \($0) }\n  - \(pair)\n  - Flatten"
    }
    let numbers = CatalogLesson(
      transforms: "[train_test_split, { Rescaling: { scale: 0 } }]", first: "\(pair)\n  - Flatten")
    let wide = CatalogLesson(first: "Linear: { out_features: 64 }", layer: "\(pair)\n  - Flatten")
    return ([pair] + unflattened).map { CatalogLesson().setting(\.layer, $0) } + [numbers, wide]
  }

  private func setting<Value>(_ path: WritableKeyPath<CatalogLesson, Value>, _ value: Value) -> CatalogLesson
  {
    var lesson = self
    lesson[keyPath: path] = value
    return lesson
  }
}
