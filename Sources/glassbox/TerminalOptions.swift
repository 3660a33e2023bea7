import ArgumentParser
import Glibc
import Rendering

/// How text is shown: the options that `show` and `quiz` share.
struct TerminalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Columns to fill; default: the terminal's, else COLUMNS, else 80.", valueName: "columns"))
  var width: Int?

  @Option(help: "When to use colour; auto heeds NO_COLOR and whether there is a terminal.")
  var color: ColorChoice = .auto

  @Flag(help: "Use ASCII characters alone.")
  var ascii = false

  /// When to use colour.
  enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  func validate() throws {
    if let width, !(TerminalStyle.narrowest...1000).contains(width) {
      throw ValidationError("--width is from \(TerminalStyle.narrowest) to 1000, not \(width).")
    }
  }

  /// What the terminal behind the open file `output` shows.
  func style(for output: Int32 = STDOUT_FILENO) -> TerminalStyle {
    TerminalStyle(
      width: columns(output), color: depth(output),
      glyphs: ascii || !isUTF8 || isOld(output) ? .ascii : .unicode)
  }

  private func columns(_ output: Int32) -> Int {
    if let width { return width }
    var size = winsize()
    if ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return min(Self.environment("COLUMNS").flatMap { Int($0) } ?? 80, 1000)
  }

  private func depth(_ output: Int32) -> TerminalStyle.ColorDepth {
    let isWanted =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        Self.environment("NO_COLOR") == nil && isatty(output) == 1
          && Self.environment("TERM") != "dumb"
      }
    guard isWanted else { return .none }
    return ["truecolor", "24bit"].contains(Self.environment("COLORTERM")) ? .truecolor : .indexed
  }

  /// Whether the locale says anything but UTF-8; saying nothing is taken for
  /// UTF-8, as pipes and containers do.
  private var isUTF8: Bool {
    guard let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Self.environment).first else {
      return true
    }
    let name = locale.uppercased()
    return name.hasSuffix("UTF-8") || name.hasSuffix("UTF8") || !name.contains(".")
  }

  /// Whether the terminal is one whose characters are few.
  private func isOld(_ output: Int32) -> Bool {
    isatty(output) == 1 && ["linux", "dumb", "vt100", "vt220"].contains(Self.environment("TERM"))
  }

  /// A variable of the environment; nil where it is not set or empty.
  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
