import Glibc

/// Ctrl-C.
enum Interruption {
  /// Ends the program with a new line and the status 130, as shells expect;
  /// the terminal was never in another mode.
  static func leaveQuietly() {
    signal(SIGINT) { _ in
      var newline = UInt8(ascii: "\n")
      _ = write(STDERR_FILENO, &newline, 1)
      _exit(130)
    }
  }
}
