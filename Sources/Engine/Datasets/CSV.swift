/// The author's own samples: a file of comma-separated values with a header row.
///
/// The caller reads the file; throws without its table.
struct CSV: StoredDataset {
  static let info = Info(
    "csv",
    [
      .file("path", "the file, relative to the lesson and within its folder"),
      .text("target", "the column that is to be predicted"),
    ],
    summary: "Samples from a file of the author's: a header row, then comma-separated values.",
    source: "Shafranovich, RFC 4180, Common Format and MIME Type for CSV Files, 2005",
    example: "path: data/houses.csv, target: price")

  init(_ arguments: inout Arguments) {}
}
