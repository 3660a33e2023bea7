/// The author's own samples: two files that `np.save` wrote, one of features and one of targets.
///
/// Features `[samples, …]`, every axis after the first flattened; targets `[samples]` or
/// `[samples, values]`. Whole numbers and reals of any size and byte order, in C's or Fortran's. The caller
/// reads the files; throws without their table.
struct NPY: StoredDataset {
  static let info = Info(
    "npy",
    [
      .file("path", "the features, relative to the lesson and within its folder"),
      .file("target", "the targets, likewise"),
    ],
    summary: "Samples from two files of the author's that NumPy's save wrote.",
    source: "NumPy, numpy.lib.format: the npy format, versions 1.0 to 3.0",
    example: "path: x.npy, target: y.npy")

  init(_ arguments: inout Arguments) {}
}
