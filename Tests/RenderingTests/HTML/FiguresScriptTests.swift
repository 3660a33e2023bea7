import Foundation
import Lessons
import Testing

/// What a page's script makes of a number is what the build makes of it.
@Suite struct `The page's figures script` {
  @Test func `writes numbers as the build does`() throws {
    var values = [
      0, -3, 0.5, 1.0625, -1.0625, 1.0635, 0.03125, 9999.6, 12344.5, 12345.5, 1e16, 2.5e17, 1e-5, 1e-300,
    ]
    var state = UInt64(1)
    for place in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let share = Double(Int64(bitPattern: state) >> 20) / Double(1 << 43)
      values.append(
        place.isMultiple(of: 2) ? share * pow(10, Double(place % 15 - 8)) : (share * 4096).rounded() / 64)
    }
    let found = try texts(values)
    try #require(found.count == values.count)
    for (value, found) in zip(values, found) {
      #expect(found == Numeral.typographic(Numeral.text(value)), "\(value)")
    }
  }

  /// `values` as the script's `number` writes them, in node.
  private func texts(_ values: [Double]) throws -> [String] {
    let file = URL(filePath: #filePath).appending(path: "../../../../Resources/page/engine/figures.js")
      .standardized
    let script = try String(contentsOf: file, encoding: .utf8)
    let node = Process()
    node.executableURL = URL(filePath: "/usr/bin/env")
    node.arguments = ["node", "-"]
    let (input, output) = (Pipe(), Pipe())
    (node.standardInput, node.standardOutput) = (input, output)
    try node.run()
    let program = "console.log(JSON.stringify(\(values).map(number)));"
    input.fileHandleForWriting.write(Data("\(script)\n\(program)\n".utf8))
    try input.fileHandleForWriting.close()
    return try JSONDecoder().decode([String].self, from: output.fileHandleForReading.readDataToEndOfFile())
  }
}
