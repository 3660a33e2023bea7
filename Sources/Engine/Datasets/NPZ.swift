/// The author's own samples: two arrays of one archive, as `np.savez` and `np.savez_compressed` write it.
///
/// The arrays are what ``NPY`` takes. The caller reads the file; throws without its table.
struct NPZ: StoredDataset {
  static let info = Info(
    "npz",
    [
      .file("path", "the archive, relative to the lesson and within its folder"),
      .text("x", "the name of the array of features"), .text("y", "the name of the array of targets"),
    ],
    summary: "Samples from an archive of the author's that NumPy's savez wrote.",
    source: "NumPy, numpy.savez; PKWARE, .ZIP File Format Specification, 1989",
    example: "path: data.npz, x: X, y: y")

  init(_ arguments: inout Arguments) {}
}
