import Foundation
import FoundationXML
import Testing
import Views

@testable import Rendering

private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite struct `Blocks as HTML` {
  @Test(arguments: HTMLSamples.families.map(\.name))
  func `a family of blocks is rendered as its golden file has it`(name: String) throws {
    let family = try #require(HTMLSamples.families.first { $0.name == name })
    let html = family.blocks.html(in: "visual").markup
    let golden = repository.appending(path: "Tests/GoldenText/html/\(name).html")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try html.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try html == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func `every element that is opened is closed, in order`() throws {
    let parser = XMLParser(data: Data(Self.xhtml.utf8))
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") at line \(parser.lineNumber)")
  }

  /// The sample's blocks with HTML's void elements and bare attributes in XML's spelling.
  private static let xhtml: String = {
    var html = HTMLSamples.page.documents[0].blocks.html(in: "visual").markup
    html.replace(#/<(input|br)([^>]*)>/#) { "<\($0.output.1)\($0.output.2)/>" }
    for attribute in ["hidden", "data-chosen"] {
      html = html.replacing(" \(attribute)>", with: " \(attribute)=\"\">")
    }
    return "<html>" + html + "</html>"
  }()
}
