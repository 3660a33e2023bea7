import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `Numbers as learners read them` {
  @Test(arguments: [
    (0.1, "0.1"), (1000, "1000"), (-11.4417, "−11.44"), (0.00244717, "0.002447"), (0, "0"), (1e-5, "1e−05"),
  ])
  func `a number has four significant digits and a real minus`(value: Double, text: String) {
    #expect(Numbers.number(value) == text)
  }

  @Test(arguments: [(-1e-17, 2, "0.00"), (-1.355, 1, "−1.4"), (2.5, 0, "2")])
  func `a fixed number is never a negative zero`(value: Double, decimals: Int, text: String) {
    #expect(Numbers.fixed(value, decimals: decimals) == text)
  }

  @Test func `a column's numbers have one number of decimals`() {
    let format = ColumnFormat([0.4489, 0.0363])
    #expect([0.4489, 0.0363].map(format.text) == ["0.4489", "0.0363"])
    #expect(ColumnFormat([0.1, 0.002447, 0]).text(0.1) == "0.10000")
    #expect(ColumnFormat([1, 20]).text(20) == "20")
    #expect(ColumnFormat([0.1, 1e-9]).text(0.1) == "0.1")
  }

  @Test(arguments: [
    ([0.0363, 0.4489], false, ["0.0", "0.2", "0.4", "0.6"]),
    ([0.72, 0.99], true, ["70%", "80%", "90%", "100%"]),
    ([0, 0.1], false, ["0.000", "0.025", "0.050", "0.075", "0.100"]),
    ([0.1, 0.1], false, ["0.05", "0.10", "0.15"]),
    ([-3, 7], false, ["−5.0", "−2.5", "0.0", "2.5", "5.0", "7.5"]),
  ])
  func `ticks are round and hold every value`(values: [Double], arePercentages: Bool, texts: [String]) {
    let cells = Ticks(values, arePercentages: arePercentages).cells
    #expect(cells.map(\.text) == texts)
    #expect(values.allSatisfy { $0 >= cells[0].value - 1e-9 && $0 <= cells[cells.count - 1].value + 1e-9 })
  }

  @Test func `a shape has multiplication signs`() {
    #expect(Shape(1000, 20).text == "1000 × 20")
  }

  @Test func `a feature without a name is x with its number`() {
    #expect(Names.subscripted(104) == "₁₀₄")
  }

  @Test(arguments: [
    ([0.1, 0.1], "Every epoch trains with 0.1."),
    ([0.1, 0.05, 0.02], "Epoch 1 trains with 0.1, epoch 3 with 0.02."),
    ([0.1, 0.02, 0.05], "Epoch 1 trains with 0.1, epoch 2 with the lowest, 0.02, epoch 3 with 0.05."),
    ([0.1, 0.02, 0.02, 0.02], "Epoch 1 trains with 0.1, epochs 2 to 4 with the lowest, 0.02."),
    (
      [0.1, 0.2, 0.02, 0.02],
      "Epoch 1 trains with 0.1, epoch 2 with the highest rate, 0.2, epochs 3 to 4 with the lowest, 0.02."
    ),
    ([0.1], "Epoch 1 trains with 0.1."),
    ([0.1, 0.099999], "Epoch 1 trains with 0.1, epoch 2 with 0.099999."),
    // How multiplying rounds is no move of the rate.
    ([0.1, 0.3 - 0.2], "Every epoch trains with 0.1."),
  ]) func `a rate's course is told in one sentence`(rates: [Double], reading: String) {
    #expect(RateCurve(rates).reading == reading)
  }

  @Test func `a rate that changes within epochs is told by its steps`() {
    #expect(RateCurve([0.1, 0.2, 0.1], of: "step").reading.hasPrefix("Step 1 trains with 0.1, step 2 with"))
    #expect(RateCurve([0.1, 0.1], of: "step").reading == "Every step trains with 0.1.")
    #expect(RateCurve([0.1, 0.1 - 1e-6]).path == "0.1 → 0.099999")
    let curve = Samples.moons.trace.rateCurve
    #expect(curve.place == "step" && curve.rates.count == Samples.moons.trace.steps.lr.count)
    var once = Samples.moons.trace
    once.steps.perEpoch = 1
    #expect(once.rateCurve.place == "epoch" && Samples.cosine.trace.rateCurve.place == "epoch")
  }

  @Test(
    arguments: [
      ([3, 2], [4, 3], "Training falls from 3 to 2; validation is best at epoch 2 with 3."),
      (
        [3, 2, 1], [3, 2, 4],
        "Training falls from 3 to 1; validation is best at epoch 2 with 2, and ends at 4."
      ),
      (
        [1, 2, 3], [2, 4, 2],
        "Training rises from 1 to 3; validation is best at epoch 1 with 2, as at the end."
      ),
      ([1, 2, 1], [2, 2, 2], "Training ends where it began, at 1; validation stays at 2."),
      ([1, 1], [2, 1], "Training stays at 1; validation is best at epoch 2 with 1."),
      ([5], [.infinity], "In the one epoch, training has 5 and validation ∞."),
      ([1.01, 1], [2, 2], "Training falls from 1.010 to 1.000; validation stays at 2."),
    ] as [([Double], [Double], String)])
  func `a course is told in one sentence`(training: [Double], validation: [Double], sentence: String) {
    let text = { Numbers.fixed($0, decimals: 0) }
    #expect(
      SeriesReading(training, validation) { $0.isFinite ? text($0) : "∞" }.sentence == sentence)
  }

  @Test func `of shares the greatest is the best`() {
    let text = { Numbers.percent($0, decimals: 1) }
    #expect(
      SeriesReading([0.5, 0.6], [0.9, 0.8], areShares: true, text: text).sentence
        == "Training rises from 50.0% to 60.0%; validation is best at epoch 1 with 90.0%, and ends at 80.0%.")
  }

  @Test func `numbers agree with what they count`() {
    #expect(
      [(5, 20), (1, 20), (20, 20), (1, 1)].map { Numbers.first($0, of: $1, "row") } == [
        "The first 5 of 20 rows", "The first of 20 rows", "All 20 rows", "The only row",
      ])
    #expect(
      (0...2).map { Numbers.equals($0, are: "as high") } == [
        "", "; another is as high", "; 2 more are as high",
      ])
  }

  @Test func `a share that is not 1 never reads as 100 percent`() {
    #expect([1, 0.99999, 0.9999, 0.5].map { Numbers.percent($0) } == ["100%", "> 99.99%", "99.99%", "50%"])
  }

  @Test func `unequal numbers never read the same`() {
    #expect(Numbers.apart(0.45001, 0.45002) == ("0.45001", "0.45002"))
    #expect(Numbers.apart(-1e-5, 2) == ("−1e−05", "2"))
    #expect(Numbers.apart(.infinity, 2) == ("∞", "2"))
  }

  @Test func `a feature that is the same everywhere has a mean and no deviation`() {
    var statistics = Samples.digits.trace.load.statistics[0]
    (statistics.mean, statistics.deviation) = (0.00125, 0)
    let reading = Distribution(statistics: statistics, feature: "x").histogram(
      "x", rows: "9 rows", hue: .load
    )
    .caption.reading
    #expect(reading == "x over 9 rows: mean 0.00125, deviation 0.")
  }

  @Test func `how often is once, twice, 3 times`() {
    #expect([1, 2, 3].map(Numbers.times) == ["once", "twice", "3 times"])
  }

  @Test func `whole ends of an axis have no digits after the point`() {
    var statistics = Samples.digits.trace.load.statistics[0]
    statistics.minimum = 0
    statistics.maximum = 16
    statistics.deviation = 6.7
    let histogram = Distribution(statistics: statistics, feature: "x").histogram(
      "x", rows: "9 rows", hue: .load)
    #expect([histogram.lower.text, histogram.upper.text] == ["0", "16"])
    statistics.maximum = 15.5
    #expect(
      Distribution(statistics: statistics, feature: "x").histogram("x", rows: "9 rows", hue: .load).upper.text
        == "15.50")
  }

  @Test func `values that differ in their last bits alone are told as they read back`() {
    let between = Between(0.001, 0.001.nextUp)
    #expect(between.first == "0.001" && between.second == "0.0010000000000000002")
    #expect(between.change.hasPrefix("+2.168") && between.change.contains("−19"))
  }

  @Test func `a change is that of the rounded values`() {
    // To four digits it would be 0.3622, 0.3058, and −0.0563.
    let between = Between(0.36216, 0.30582)
    #expect([between.first, between.second, between.change] == ["0.36216", "0.30582", "−0.05634"])
    let share = Between(0.925, 0.944, isShare: true)
    #expect([share.first, share.second, share.change] == ["92.5%", "94.4%", "+1.9 points"])
  }

  @Test func `a sum has digits in which it adds up`() {
    let format = ColumnFormat(decimals: 3)
    // 3.608 + 0.278 is not 3.885.
    #expect(format.adding(3.6076, 0.2778, to: 3.8854).decimals == 4)
    #expect(format.adding(3.5, -0.25, to: 3.25).decimals == 3)
    #expect(format.adding(1, 1, to: 3).decimals == 3, "what never adds up keeps its digits")
  }
}
