import EngineTestSupport
import Testing

@testable import Engine

@Suite struct StatisticsTests {
  @Test func `scaling moves no value to another bin`() {
    // Whole numbers over 60 lie on the borders of 24 bins again and again.
    let ages = (0...60).map { Double($0 + 19) }
    let moments = Moments(ages)
    let scaled = ages.map { ($0 - moments.mean) / moments.scale }
    #expect(Statistics(scaled).histogram == Statistics(ages).histogram)
    #expect(Statistics(ages).histogram.reduce(0, +) == ages.count)
  }

  @Test func `values that are few have a bin each`() {
    let greys = (0..<170).map { Double($0 % 17) }
    #expect(Statistics(greys).histogram == [Int](repeating: 10, count: 17))
    #expect(Statistics([4, 4, 4]).histogram == [3])
    #expect(Statistics((0..<100).map { Double($0 * $0) }).histogram.count == Statistics.mostBins)
  }
}
