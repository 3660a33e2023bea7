/// 150 irises by the size of their leaves, in three species.
///
/// Features `[150, 4]`, the classes numbered in order of appearance; throws without its table.
struct LoadIris: StoredDataset {
  static let info = Info(
    "load_iris",
    summary: "150 irises: the length and width of sepals and petals, and their species.",
    source: "Fisher, The use of multiple measurements in taxonomic problems, 1936")

  init(_ arguments: inout Arguments) {}

  var file: StaticString? { "iris" }
}
