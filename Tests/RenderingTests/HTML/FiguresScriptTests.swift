import Foundation
import Lessons
import Testing

@testable import Rendering
@testable import Views

/// What a page's script makes of a number is what the build makes of it.
@Suite struct `The page's figures script` {
  @Test func `tells two values apart as the build does`() throws {
    var pairs = [
      (0.925, 0.944), (0.5, 0.5), (0, 3), (1, 0.9999), (0.1234, 0.123401), (1e-7, 1.2e-7), (2e-9, 2.00001e-9),
      (53.21, -4),
      (9999.5, 12345.5), (0.98, 0.9800001), (-1e-3, 1e-3), (0.3, 1e-12), (0.001, 0.001.nextUp),
      (0.3, 0.1 + 0.2), (1e38, 1.5e38), (3, 1e22), (0.36216, 0.30582), (-2.5e15, 7),
    ]
    for (place, first) in drawn(200).enumerated() {
      pairs.append((first, first * (1 + 1 / Double(1 << (place % 30)))))
    }
    for isShare in [false, true] {
      // A share that takes powers of ten there is none.
      let pairs = isShare ? pairs.filter { max($0.magnitude, $1.magnitude) < 1e12 } : pairs
      let found: [[String]] = try run("\(pairs.map { [$0, $1] }).map(([a, b]) => between(a, b, \(isShare)))")
      for ((a, b), found) in zip(pairs, found) {
        let told = Between(a, b, isShare: isShare)
        #expect(found == [told.first, told.second, told.change], "\(a), \(b)")
        #expect((told.first == told.second) == (a == b))
      }
    }
  }

  @Test func `names the epochs of an axis as the build does`() throws {
    let lasts = Array(1...130) + [500, 1000, 12345]
    let found: [[Int]] = try run("\(lasts).map(named)")
    for (last, found) in zip(lasts, found) {
      #expect(found == Chart(axis: "", x: (1...last).map { Double($0) }, panels: []).named, "\(last)")
    }
  }

  @Test func `writes numbers as the build does`() throws {
    var values = [
      0, -3, 0.5, 1.0625, -1.0625, 1.0635, 0.03125, 9999.6, 12344.5, 12345.5, 1e16, 2.5e17, 1e-5, 1e-300,
    ]
    values += drawn(2000)
    let found: [String] = try run("\(values).map(value => number(value))")
    try #require(found.count == values.count)
    for (value, found) in zip(values, found) {
      #expect(found == Numeral.typographic(Numeral.text(value)), "\(value)")
    }
    let others: [String] = try run("[NaN].map(value => number(value))")
    #expect(others == [Numbers.number(-.nan)])
  }

  @Test func `writes what is infinite as the build does`() throws {
    let found: [String] = try run("[number(Infinity), number(-Infinity), ...between(1.5, Infinity)]")
    let told = Between(1.5, .infinity)
    #expect(
      found == [
        Numbers.number(.infinity), Numbers.number(-.infinity), told.first, told.second, told.change,
      ])
  }

  /// Numbers of all sizes, and such that are a tie when rounded.
  private func drawn(_ count: Int) -> [Double] {
    var state = UInt64(1)
    return (0..<count).map { place in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let share = Double(Int64(bitPattern: state) >> 20) / Double(1 << 43)
      return place.isMultiple(of: 2) ? share * pow(10, Double(place % 15 - 8)) : (share * 4096).rounded() / 64
    }
  }

  /// What node makes of `expression` behind the script.
  private func run<Result: Decodable>(_ expression: String) throws -> Result {
    let file = URL(filePath: #filePath).appending(path: "../../../../Resources/page/engine/figures.js")
      .standardized
    let script = try String(contentsOf: file, encoding: .utf8)
    let node = Process()
    node.executableURL = URL(filePath: "/usr/bin/env")
    node.arguments = ["node", "-"]
    let (input, output) = (Pipe(), Pipe())
    (node.standardInput, node.standardOutput) = (input, output)
    try node.run()
    let program = "console.log(JSON.stringify(\(expression)));"
    input.fileHandleForWriting.write(Data("\(script)\n\(program)\n".utf8))
    try input.fileHandleForWriting.close()
    return try JSONDecoder().decode(Result.self, from: output.fileHandleForReading.readDataToEndOfFile())
  }
}
