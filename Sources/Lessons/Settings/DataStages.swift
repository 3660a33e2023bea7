import Engine

extension PipelineReader {
  /// Stage 1: a dataset, and beside it `preview` and `take`.
  mutating func load(
    _ fields: Fields, _ setting: Setting
  ) -> (stage: Pipeline.Load, place: ComponentPlace)? {
    var fields = fields
    let preview = fields.take("preview")
    let take = fields.take("take")
    let shown = diagnostics.integer(preview, in: 1...100)
    let kept = diagnostics.integer(take, in: 1...Parameter.countLimit)
    guard let read = component(fields, setting, .dataset, others: ["preview", "take"]) else { return nil }
    guard checkPaths(read) else { return nil }
    return (Pipeline.Load(read.component, preview: shown ?? 5, take: kept), read.place)
  }

  /// Whether the dataset's files, if it has some, lie in the lesson's folder.
  private mutating func checkPaths(_ read: ReadComponent) -> Bool {
    guard let (row, path) = read.component.paths.first(where: { !RelativePath.isInside($0.path) }) else {
      return true
    }
    diagnostics.report(
      .forbiddenPath, "\(path) is not in the lesson's folder", at: read.place.arguments[row],
      notes: ["a lesson may come from a stranger: it reads nothing outside its folder"],
      helps: ["put the file beside the lesson and name it by a relative path, such as data/houses.csv"])
    return false
  }

  /// Stage 2: transforms in order; a split is put first where there is none.
  mutating func preprocess(
    _ setting: Setting
  ) -> (transforms: [Component], places: [ComponentPlace?], impliesSplit: Bool)? {
    var found: [ReadComponent] = []
    if !setting.isNone && setting.plain != "none" {
      guard let read = components.components(setting, .transform) else { return nil }
      found = read
    }
    let name = "train_test_split"
    guard !found.contains(where: { $0.place.name == name }) else {
      return (found.map(\.component), found.map(\.place), false)
    }
    let share = Setting(content: .scalar("0.2", isPlain: true), range: setting.range)
    let pair = Setting.Pair(key: "test_size", keyRange: setting.range, value: share)
    let settings = Setting(content: .mapping([pair]), range: setting.range)
    guard let split = components.component(name, at: setting.range, settings, .transform) else { return nil }
    return ([split.component] + found.map(\.component), [nil] + found.map(\.place), true)
  }
}

extension Component {
  /// The author's files that it reads, each with the row of its parameter.
  var paths: [(row: Int, path: String)] {
    info.parameters.indices.compactMap { row in
      guard info.parameters[row].isFile, case .text(let path) = arguments[row] else { return nil }
      return (row, path)
    }
  }
}

extension Info {
  /// Where the parameter `name` stands.
  func row(of name: String) -> Int? { parameters.firstIndex { $0.name.description == name } }
}
