import Foundation
import Testing

/// The colours of the page meet WCAG 2.2's contrast, in both schemes and on every ground.
@Suite struct `Contrast of the page's colours` {
  @Test(arguments: [0, 1])
  func `text and every hue read on every ground`(scheme: Int) throws {
    let colours = try Self.colours(scheme: scheme)
    for name in ["ink", "soft", "load", "prep", "train", "sched", "eval", "wrong"] {
      for ground in ["paper", "card", "wash"] {
        let ratio = try Self.contrast(#require(colours[name]), #require(colours[ground]))
        #expect(ratio >= 4.5, "\(name) on \(ground) in scheme \(scheme): \(ratio)")
      }
    }
  }

  @Test(arguments: [0, 1])
  func `edges of controls and tints stand out from every ground`(scheme: Int) throws {
    let colours = try Self.colours(scheme: scheme)
    for name in ["edge", "pos", "neg"] {
      for ground in ["paper", "card", "wash"] {
        let ratio = try Self.contrast(#require(colours[name]), #require(colours[ground]))
        #expect(ratio >= 3, "\(name) on \(ground) in scheme \(scheme): \(ratio)")
      }
    }
  }

  @Test(arguments: [0, 1])
  func `numbers read on the fullest tint`(scheme: Int) throws {
    let colours = try Self.colours(scheme: scheme)
    for tint in ["pos", "neg", "load", "prep", "train", "sched", "eval"] {
      let (full, card) = (try #require(colours[tint]), try #require(colours["card"]))
      let mixed = zip(full, card).map { 0.42 * $0 + 0.58 * $1 }
      #expect(try Self.contrast(#require(colours["ink"]), mixed) >= 4.5, "ink on \(tint) in scheme \(scheme)")
    }
  }

  /// The colours by name, as sRGB from 0 to 1.
  private static func colours(scheme: Int) throws -> [String: [Double]] {
    let style = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Resources/page/style/base.css")
    let pairs = try String(contentsOf: style, encoding: .utf8).matches(
      of: #/--(\w+): light-dark\(#(\w{6}), #(\w{6})\)/#)
    return Dictionary(
      uniqueKeysWithValues: pairs.map { pair in
        let hex = Int(scheme == 0 ? pair.output.2 : pair.output.3, radix: 16) ?? 0
        return (String(pair.output.1), [hex >> 16, hex >> 8 & 255, hex & 255].map { Double($0) / 255 })
      })
  }

  private static func contrast(_ a: [Double], _ b: [Double]) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private static func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
