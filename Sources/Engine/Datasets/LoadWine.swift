/// 178 wines by what is in them, of three growers.
///
/// Features `[178, 13]`, the classes numbered in order of appearance; throws without its table.
struct LoadWine: StoredDataset {
  static let info = Info(
    "load_wine",
    summary: "178 wines: thirteen chemical measurements, and which of three growers made them.",
    source: "Aeberhard and Forina, Wine, UCI Machine Learning Repository, 1991")

  init(_ arguments: inout Arguments) {}

  var file: StaticString? { "wine" }
}
