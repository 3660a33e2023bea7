/// Paths that a lesson may name.
public enum RelativePath {
  /// Whether `path` leads to something inside the folder it starts from, as far as its letters tell.
  ///
  /// A symbolic link may still lead out: whoever opens the file must look.
  public static func isInside(_ path: String) -> Bool {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~"), !path.contains("\\"),
      !path.contains(":"),
      !path.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
    else { return false }
    var depth = 0
    for part in path.split(separator: "/") {
      if part == ".." { depth -= 1 } else if part != "." { depth += 1 }
      if depth < 0 { return false }
    }
    return depth > 0
  }
}
