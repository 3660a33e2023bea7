/// The author's own samples in MNIST's format: one file of pictures, one of labels, neither packed by gzip.
///
/// Pictures `[samples, rows, columns]` become features row by row, as they are, 0 to 255 in MNIST.
/// The caller reads the files; throws without their table.
struct IDX: StoredDataset {
  static let info = Info(
    "idx",
    [
      .file("images", "the pictures, relative to the lesson and within its folder"),
      .file("labels", "the labels, likewise"),
    ],
    summary: "Pictures and labels from two files of the author's in MNIST's format.",
    source: "LeCun, Cortes and Burges, The MNIST database of handwritten digits, 1998",
    example: "images: images.idx, labels: labels.idx")

  init(_ arguments: inout Arguments) {}
}
