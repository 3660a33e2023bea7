/// How a value is written.
public enum ValueFormat: Sendable, Equatable {
  /// Whole numbers in full, others to four significant digits.
  case automatic
  /// A hundred times the value, likewise, and a percent sign.
  case percent
  /// One conversion of C's printf, such as `%.4f`.
  case printf(String)
}
