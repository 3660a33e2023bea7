import Engine

extension Lesson {
  /// Every setting that may be changed for another run, in the order of the stages.
  public var tunables: [Tunable] {
    var walk = TunableWalk(self)
    walk.add(
      "seed", .integer("seed", in: 0...Int(UInt32.max), default: 0, "the one seed of the run"), pipeline.seed
    ) {
      $0.seed = UInt64(clamping: $1)
    }
    walk.add("load", pipeline.load.dataset, places.load) { $1(&$0.load.dataset) }
    walk.addTake()
    for (i, transform) in pipeline.preprocess.enumerated() {
      walk.add(nil, transform, places.preprocess[i]) { $1(&$0.preprocess[i]) }
    }
    for (i, layer) in pipeline.train.model.enumerated() {
      walk.add(nil, layer, places.layers[i]) { $1(&$0.train.model[i]) }
    }
    walk.add("loss", pipeline.train.loss, places.loss) { $1(&$0.train.loss) }
    walk.addOptimizer()
    walk.add(
      "batch_size", .integer("batch_size", "rows per step"), pipeline.train.batchSize, places.batchSize
    ) {
      $0.train.batchSize = $1
    }
    walk.add(
      "epochs", .integer("epochs", in: 1...1_000_000, "passes over the training part"), pipeline.train.epochs,
      places.epochs
    ) { $0.train.epochs = $1 }
    if let scheduler = pipeline.schedule.scheduler {
      walk.add("schedule", scheduler, places.schedule) { pipeline, body in
        guard var scheduler = pipeline.schedule.scheduler else { return }
        body(&scheduler)
        pipeline.schedule.scheduler = scheduler
      }
    }
    return walk.found
  }
}

/// Goes through a lesson's settings and names each.
struct TunableWalk {
  private(set) var found: [Tunable] = []
  private let lesson: Lesson
  /// How often a component of each name was met.
  private var counts: [String: Int] = [:]

  init(_ lesson: Lesson) { self.lesson = lesson }

  /// Changes a component of a pipeline in its place.
  typealias Access = @Sendable (inout Pipeline, (inout Component) -> Void) -> Void

  /// A setting of the run itself.
  mutating func add(
    _ name: String, _ parameter: Parameter, _ value: some BinaryInteger, _ range: SourceRange? = nil,
    _ assign: @escaping @Sendable (inout Pipeline, Int) -> Void
  ) {
    found.append(
      Tunable(
        name, aliases: name == "seed" ? [] : ["train.\(name)"], parameter, .integer(Int(clamping: value)),
        .init(range: range)
      ) { pipeline, argument in
        if case .integer(let value) = argument { assign(&pipeline, value) }
      })
  }

  /// The parameters of `component`, and of those within it; `stage` names the one component of a stage.
  mutating func add(
    _ stage: String?, _ component: Component, _ place: ComponentPlace?, _ access: @escaping Access
  ) {
    let name = component.info.name.description
    counts[name, default: 0] += 1
    let number = counts[name, default: 1]
    let names = (number == 1 ? [name] : []) + ["\(name)[\(number)]"]
    let prefixes = (stage.map { [$0] } ?? []) + names
    var parts = place?.parts[...] ?? []
    for (row, parameter) in component.info.parameters.enumerated() {
      let paths = prefixes.map { "\($0).\(parameter.name)" }
      found.append(
        Tunable(
          paths[0], aliases: Array(paths.dropFirst()), parameter, component.arguments[row],
          spelling(of: parameter, row, in: place), of: component.info
        ) { pipeline, argument in access(&pipeline) { $0.arguments[row] = argument } })
      guard case .components(let inner) = component.arguments[row] else { continue }
      for (index, part) in inner.enumerated() {
        add(nil, part, parts.popFirst()) { pipeline, body in
          access(&pipeline) { whole in
            guard case .components(var parts) = whole.arguments[row], parts.indices.contains(index) else {
              return
            }
            body(&parts[index])
            whole.arguments[row] = .components(parts)
          }
        }
      }
    }
  }

  /// How many of the loaded rows are kept.
  mutating func addTake() {
    let take = lesson.pipeline.load.take
    found.append(
      Tunable(
        "load.take", .optionalInteger("take", "keep only the first rows"),
        take.map { .integer($0) } ?? .none, .init()
      ) { pipeline, argument in
        if case .integer(let rows) = argument { pipeline.load.take = rows } else { pipeline.load.take = nil }
      })
  }

  /// The optimizer's parameters; groups that do not set one themselves follow.
  mutating func addOptimizer() {
    let old = lesson.pipeline.train.optimizer
    let start = found.count
    add("optimizer", old, lesson.places.optimizer) { $1(&$0.train.optimizer) }
    let groups = lesson.pipeline.train.groups
    guard !groups.isEmpty else { return }
    for (row, tunable) in found[start...].enumerated() {
      found[start + row] = Tunable(
        tunable.path, aliases: tunable.aliases, tunable.parameter, tunable.argument, tunable.spelling,
        of: tunable.owner
      ) { pipeline, argument in
        pipeline.train.optimizer.arguments[row] = argument
        for (i, group) in groups.enumerated() where group.optimizer.arguments[row] == old.arguments[row] {
          pipeline.train.groups[i].optimizer.arguments[row] = argument
        }
      }
    }
  }

  /// Where the value of `parameter`, in row `row` of the component at `place`, is written or would be.
  private func spelling(of parameter: Parameter, _ row: Int, in place: ComponentPlace?) -> Tunable.Spelling {
    guard let place else { return .init() }
    if let range = place.arguments[row] { return .init(range: range) }
    let (source, name) = (lesson.source, parameter.name)
    guard let last = place.arguments.values.max(by: { $0.upper < $1.upper }) else {
      return spelling(ofFirst: name, behind: place)
    }
    let isFlow = source.text(SourceRange(place.range.upper, last.lower)).contains("{")
    let line = source.text(source.lineRange(source.line(at: last.lower)))
    let indentation = line.prefix { $0 == " " }
    return .init(
      range: SourceRange(last.upper, last.upper), before: isFlow ? ", \(name): " : "\n\(indentation)\(name): "
    )
  }

  /// How the first parameter is given to a component that stands without any:
  /// its bare name gets braces, and so does what it is the value of; empty braces are filled.
  private func spelling(ofFirst name: StaticString, behind place: ComponentPlace) -> Tunable.Spelling {
    let source = lesson.source
    let line = source.lineRange(source.line(at: place.range.lower))
    let before = source.text(SourceRange(line.lower, place.range.lower)).trimmingSpaces
    if before.hasSuffix(":") {
      return .init(range: place.range, before: "{ \(place.name): { \(name): ", after: " } }")
    }
    let rest = source.text(SourceRange(place.range.upper, line.upper))
    let braces = rest.prefix { $0 != "}" }
    let isEmpty = rest.hasPrefix(":") && braces.dropFirst().allSatisfy { $0 == " " || $0 == "{" }
    let end = isEmpty ? place.range.upper + braces.utf8.count + 1 : place.range.upper
    return .init(range: SourceRange(place.range.upper, end), before: ": { \(name): ", after: " }")
  }
}
