import Views

/// A colour, as red, green and blue and as the nearest of the 256 that older terminals have.
///
/// Inks have a relative luminance (WCAG 2) near 0.18, so that they stand out alike from black and from white
/// (contrast 4.5 with either); grounds are a little darker and always carry white text.
struct TerminalColor: Sendable, Equatable {
  var rgb: UInt32
  var index: UInt8

  static let white = TerminalColor(rgb: 0xffffff, index: 231)
  static let soft = TerminalColor(rgb: 0x767676, index: 243)
  static let good = TerminalColor(rgb: 0x1c8742, index: 29)
  static let bad = TerminalColor(rgb: 0xda3834, index: 160)

  /// The ink of a stage.
  init(_ hue: Hue) {
    self =
      switch hue {
      case .load: TerminalColor(rgb: 0x2378ca, index: 32)
      case .preprocess: TerminalColor(rgb: 0x00867a, index: 30)
      case .train: TerminalColor(rgb: 0x895fd1, index: 98)
      case .schedule: TerminalColor(rgb: 0xb16200, index: 130)
      case .evaluate: TerminalColor(rgb: 0xcf3c7d, index: 162)
      }
  }

  init(rgb: UInt32, index: UInt8) {
    self.rgb = rgb
    self.index = index
  }

  /// A shade of grey, `share` from 0 for black to 1 for white.
  init(grey share: Double) {
    let level = UInt32((255 * share).rounded())
    self.init(rgb: level << 16 | level << 8 | level, index: UInt8(232 + Int((23 * share).rounded())))
  }

  /// The ground of a value on the diverging scale, `share` from −1 to 1; nil near 0.
  static func tint(_ share: Double) -> TerminalColor? {
    let level = Int((min(abs(share), 1) * Double(positive.count + 1)).rounded(.down))
    guard level > 0 else { return nil }
    return (share < 0 ? negative : positive)[min(level, positive.count) - 1]
  }

  static let positive = [
    TerminalColor(rgb: 0x715d53, index: 95), TerminalColor(rgb: 0x835c47, index: 95),
    TerminalColor(rgb: 0x945a39, index: 94), TerminalColor(rgb: 0xb25511, index: 130),
  ]
  static let negative = [
    TerminalColor(rgb: 0x566272, index: 60), TerminalColor(rgb: 0x4e6787, index: 60),
    TerminalColor(rgb: 0x326db6, index: 25), TerminalColor(rgb: 0x136fd0, index: 26),
  ]

  /// The parameters of its escape sequence, after 38 or 48.
  func parameters(_ depth: TerminalStyle.ColorDepth) -> String {
    depth == .truecolor ? "2;\(rgb >> 16);\(rgb >> 8 & 255);\(rgb & 255)" : "5;\(index)"
  }
}
