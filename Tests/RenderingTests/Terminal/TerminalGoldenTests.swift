import Foundation
import Testing
import Views

@testable import Rendering

struct TerminalGoldenTests {
  static let styles: [(name: String, style: TerminalStyle)] = [
    ("80-plain", TerminalStyle(width: 80)), ("120-plain", TerminalStyle(width: 120)),
    ("80-ascii", TerminalStyle(width: 80, glyphs: .ascii)),
    ("120-ascii", TerminalStyle(width: 120, glyphs: .ascii)),
    ("80-color", TerminalStyle(width: 80, color: .indexed)),
    ("120-color", TerminalStyle(width: 120, color: .truecolor)),
    ("80-ascii-color", TerminalStyle(width: 80, color: .indexed, glyphs: .ascii)),
    ("40-plain", TerminalStyle(width: 40)),
  ]

  @Test(arguments: styles.indices) func `a page looks as its golden text`(index: Int) throws {
    let (name, style) = Self.styles[index]
    let text = TerminalRenderer(style, lesson: "cosine.md").text(
      TerminalSamples.page.cover, TerminalSamples.document)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../GoldenText/terminal")
    let file = folder.appending(path: "\(name).txt").standardized
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(file.path()) differs; UPDATE_GOLDEN=1 rewrites it")
  }

  @Test(arguments: Array(stride(from: 24, through: 150, by: 6)) + [25, 39, 79, 81, 121])
  func `no line but code is wider than the terminal`(width: Int) {
    for glyphs in [TerminalStyle.Glyphs.unicode, .ascii] {
      let renderer = TerminalRenderer(TerminalStyle(width: width, glyphs: glyphs))
      let text = renderer.text(TerminalSamples.page.cover, TerminalSamples.document)
      for line in text.split(separator: "\n")
      where String(line).columns > width && line != "    for epoch in range(20):" {
        Issue.record("\(String(line).columns) columns: \(line)")
      }
    }
  }

  @Test func `ASCII output is ASCII alone`() {
    let text = TerminalRenderer(TerminalStyle(glyphs: .ascii)).text(
      TerminalSamples.page.cover, TerminalSamples.document)
    #expect(text.unicodeScalars.allSatisfy { (0x20..<0x7f).contains($0.value) || $0 == "\n" })
  }

  @Test func `without colour there is no escape sequence`() {
    let text = TerminalRenderer(TerminalStyle()).text(TerminalSamples.page.cover, TerminalSamples.document)
    #expect(!text.contains("\u{1b}"))
  }

  @Test func `colour changes nothing but the colour`() throws {
    let plain = TerminalRenderer(TerminalStyle()).text(Array(TerminalSamples.training + TerminalSamples.quiz))
    let colored = TerminalRenderer(TerminalStyle(color: .truecolor)).text(
      TerminalSamples.training + TerminalSamples.quiz)
    let stripped = colored.replacing(try Regex("\u{1b}\\[[0-9;]*m"), with: "")
    #expect(stripped == plain)
  }
}
