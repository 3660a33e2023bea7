import Lessons

// The widths that diagnostics are drawn by, for whoever draws views.

extension Unicode.Scalar {
  /// Columns on a terminal: 0, 1 or 2.
  public var columns: Int { DisplayWidth.of(self) }
}

extension Character {
  /// Columns on a terminal: 0, 1 or 2.
  public var columns: Int { DisplayWidth.of(self) }
}

extension String {
  /// Columns on a terminal.
  public var columns: Int { DisplayWidth.of(self) }
}
