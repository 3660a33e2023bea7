/// 442 patients by ten measurements; the target is how far their diabetes had gone after a year, 25 to 346.
///
/// Features `[442, 10]`, each column centred and its squares summing to 1 unless `scaled` is false; throws
/// without its table.
struct LoadDiabetes: StoredDataset {
  static let info = Info(
    "load_diabetes",
    [.flag("scaled", default: true, "centre the features and make their squares sum to 1")],
    summary: "442 patients: ten measurements, and how far their diabetes had gone after a year.",
    source: "Efron et al., Least Angle Regression, 2004")

  let scaled: Bool

  init(_ arguments: inout Arguments) { scaled = arguments.next() }

  var file: StaticString? { scaled ? "diabetes" : "diabetes_raw" }
}
