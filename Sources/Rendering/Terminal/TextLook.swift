import Views

/// How a run of text looks; colour is never the only carrier of meaning.
struct TextLook: Sendable, Equatable {
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var isStruck = false
  var ink: TerminalColor?
  var ground: TerminalColor?

  static let plain = TextLook()
  static let bold = TextLook(isBold: true)
  static let soft = TextLook(ink: .soft)

  /// Text in the hue of a stage.
  static func hue(_ hue: Hue?, bold: Bool = false) -> TextLook {
    TextLook(isBold: bold, ink: hue.map { TerminalColor($0) })
  }

  /// A number on the ground of its value, `share` from −1 to 1 of the scale.
  static func tinted(_ share: Double) -> TextLook {
    guard let ground = TerminalColor.tint(share) else { return .plain }
    return TextLook(ink: .white, ground: ground)
  }

  /// The same look with `change` made to it.
  func with(_ change: (inout TextLook) -> Void) -> TextLook {
    var copy = self
    change(&copy)
    return copy
  }

  /// The escape sequence that turns it on; empty for plain text.
  func escape(_ depth: TerminalStyle.ColorDepth) -> String {
    guard depth != .none, self != .plain else { return "" }
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isItalic { codes.append("3") }
    if isUnderlined { codes.append("4") }
    if isStruck { codes.append("9") }
    if let ink { codes.append("38;" + ink.parameters(depth)) }
    if let ground { codes.append("48;" + ground.parameters(depth)) }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }
}
