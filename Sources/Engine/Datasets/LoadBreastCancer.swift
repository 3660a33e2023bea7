/// 569 tumours by the look of their cells, malignant or benign.
///
/// Features `[569, 30]`, the classes numbered in order of appearance; throws without its table.
struct LoadBreastCancer: StoredDataset {
  static let info = Info(
    "load_breast_cancer",
    summary: "569 tumours: thirty measurements of their nuclei, and whether they are malignant or benign.",
    source: "Wolberg et al., Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository, 1995")

  init(_ arguments: inout Arguments) {}

  var file: StaticString? { "breast_cancer" }
}
