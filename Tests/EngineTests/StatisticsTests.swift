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
}
