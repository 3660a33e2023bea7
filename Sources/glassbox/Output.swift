import ArgumentParser
import Foundation
import Glibc
import Lessons
import Rendering

/// Writes to the terminal or wherever standard output and error lead.
enum Output {
  /// Writes `text` to standard output; ends the program where it cannot.
  static func write(_ text: String) throws {
    if let reason = FileSystem.write(Array(text.utf8), to: STDOUT_FILENO) {
      error("standard output cannot be written: \(reason)")
      throw ExitCode.failure
    }
  }

  /// Writes `value` to standard output as JSON.
  static func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }

  /// Writes `text` to standard error.
  static func note(_ text: String) { _ = FileSystem.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Says on standard error what is wrong, and what would help.
  static func error(_ message: String, help: String? = nil) {
    let cleaner = TextCleaner()
    let lines = ["error: " + message] + (help.map { ["  = help: " + $0] } ?? [])
    note(lines.map { cleaner.clean($0) + "\n" }.joined())
  }

  /// Shows `diagnostics` on standard error.
  static func show(_ diagnostics: [Diagnostic]) {
    let isColored = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil
    note(diagnostics.map { text($0, isColored: isColored) + "\n" }.joined())
  }

  /// `diagnostic` as a terminal shows it: no control character of a lesson in it.
  private static func text(_ diagnostic: Diagnostic, isColored: Bool) -> String {
    let cleaner = TextCleaner()
    let lines = diagnostic.description.split(separator: "\n", omittingEmptySubsequences: false)
      .map { cleaner.clean(String($0)) }
    return (isColored ? lines.map(colored) : lines).joined(separator: "\n")
  }

  /// A line of a diagnostic with its first words, or its carets, standing out.
  private static func colored(_ line: String) -> String {
    let (red, soft, bold, plain) = ("\u{1b}[1;31m", "\u{1b}[2m", "\u{1b}[1m", "\u{1b}[0m")
    if line.hasPrefix("error["), let colon = line.firstIndex(of: ":") {
      return red + line[..<colon] + plain + bold + line[colon...] + plain
    }
    guard let mark = line.firstIndex(where: { "|=>".contains($0) }),
      line[..<mark].allSatisfy({ " -0123456789".contains($0) })
    else { return line }
    let rest = line[line.index(after: mark)...]
    let isPointing = rest.drop { $0 == " " }.hasPrefix("^")
    return soft + line[...mark] + plain + (isPointing ? red + rest + plain : String(rest))
  }
}
