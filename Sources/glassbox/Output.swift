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
    note(text(diagnostics))
  }

  /// `diagnostics` as a terminal shows them: no control character of a lesson among them.
  static func text(_ diagnostics: [Diagnostic]) -> String {
    let cleaner = TextCleaner()
    return diagnostics.map { diagnostic in
      diagnostic.description.split(separator: "\n", omittingEmptySubsequences: false)
        .map { cleaner.clean(String($0)) }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
