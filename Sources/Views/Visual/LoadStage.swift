import Engine

/// Stage 1: the data as loaded.
struct LoadStage {
  let trace: Trace
  private var load: LoadTrace { trace.load }
  private var names: Names { Names(trace.load) }
  /// More points than this make a picture no clearer.
  private static let mostPoints = 2000
  /// With more classes than this, bars tell little.
  private static let mostClasses = 20

  init(_ trace: Trace) { self.trace = trace }

  var content: StageContent {
    StageContent(
      summary: summary, input: trace.pipeline.load.dataset.call,
      output: Shape(load.samples, load.features).text,
      blocks: [.tensor(preview)] + pictures + distribution + classes)
  }

  private var summary: String {
    let size = "\(Numbers.count(load.samples, "row")), \(Numbers.count(load.features, "feature"))"
    return load.classes > 0
      ? "\(size), \(Numbers.count(load.classes, "class", "classes"))"
      : "\(size), \(load.targetColumns == 1 ? "a value" : "\(load.targetColumns) values") to predict"
  }

  private var preview: Tensor {
    SampleTable(sample: load.preview, names: names, classifies: load.classes > 0).tensor(
      "As loaded", lead: Numbers.first(load.preview.rows.count, of: load.samples, "row"), hue: .load)
  }

  private var pictures: [Block] {
    guard let image = ImageShape(trace) else { return [] }
    return load.preview.rows.indices.map { row in
      let target = load.preview.targets.indices.contains(row) ? load.preview.targets[row] : 0
      let name = load.classes > 0 ? names.class(target) : Numbers.number(target)
      return .image(
        image.pixels(
          Array(load.preview.features[row * load.features..<(row + 1) * load.features]),
          caption: Caption(
            "Row \(load.preview.rows[row])",
            reading: "Its \(load.classes > 0 ? "label" : "target") is \(name).",
            hue: .load)))
    }
  }

  /// How values spread; the numbers of tokens stand for no size.
  private var distribution: [Block] {
    names.hasTokens ? [] : load.features == 2 ? [.scatter(plane)] : [.histogram(spread)]
  }

  private var spread: Histogram {
    let chosen = Distribution.chosen(load.statistics)
    let feature = names.featureText(chosen, of: load.features)
    return Distribution(statistics: load.statistics[chosen], feature: feature).histogram(
      "\(feature) as loaded", rows: Numbers.count(load.samples, "row"), hue: .load)
  }

  private var plane: Scatter {
    let count = min(load.samples, Self.mostPoints)
    let lead = Numbers.first(count, of: load.samples, "point")
    let classifies = load.classes > 0
    return Scatter(
      caption: Caption(
        "The plane", reading: "\(lead)\(classifies ? ", told apart by class" : "").", hue: .load),
      axes: [names.featureText(0, of: 2), names.featureText(1, of: 2)],
      classes: classifies ? (0..<load.classes).map { "class " + names.class(Double($0)) } : ["rows"],
      points: (0..<count).map { row in
        .init(
          x: load.points[2 * row], y: load.points[2 * row + 1],
          group: classifies ? Int(load.pointTargets[row]) : 0)
      })
  }

  /// The rows of every class, or of the tokens that come next most often.
  private var classes: [Block] {
    guard load.classes > 1, let most = load.classCounts.max(), let least = load.classCounts.min() else {
      return []
    }
    let found = load.classCounts.enumerated().map { (name: names.class(Double($0)), count: $1) }
    if names.hasTokens {
      let common = found.filter { $0.count > 0 }.sorted { $0.count > $1.count }.prefix(Self.mostClasses)
      let reading =
        common.count > 1 && common[1].count == most
        ? "No token comes next in more than \(most) of \(Numbers.count(load.samples, "row"))."
        : "“\(common[0].name)” comes next most often, in \(most) of \(Numbers.count(load.samples, "row"))."
      let name = "Rows per next token, \(common.count) of \(found.count) tokens"
      return [bars(Caption(name, reading: reading, hue: .load), Array(common), full: most)]
    }
    guard load.classes <= Self.mostClasses else { return [] }
    let reading =
      most == least
      ? "Every class has \(Numbers.count(most, "row"))."
      : "The smallest class has \(Numbers.count(least, "row")), the largest \(most)."
    return [bars(Caption("Rows per class", reading: reading, hue: .load), found, full: most)]
  }

  private func bars(_ caption: Caption, _ counts: [(name: String, count: Int)], full: Int) -> Block {
    .bars(
      Bars(
        caption: caption,
        bars: counts.map { .init(label: [.text($0.name)], value: Double($0.count), text: "\($0.count)") },
        full: Double(full)))
  }
}
