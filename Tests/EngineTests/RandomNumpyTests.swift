import Testing

@testable import Engine

@Suite struct RandomNumpyTests {
  @Test(arguments: try RandomGoldens.load().numpy)
  func `uniform draws equal NumPy's bit for bit`(golden: RandomGoldens.Numpy) {
    var generator = golden.generator
    #expect(golden.random_sample.map { _ in generator.uniform() } == golden.random_sample)
    generator = golden.generator
    #expect(golden.rand_2x3.map { _ in generator.uniform() } == golden.rand_2x3)
    for draw in golden.uniform {
      generator = golden.generator
      #expect(draw.values.map { _ in generator.uniform(from: draw.low, to: draw.high) } == draw.values)
    }
  }

  @Test(arguments: try RandomGoldens.load().numpy)
  func `normal draws equal NumPy's to one unit in the last place`(golden: RandomGoldens.Numpy) {
    var generator = golden.generator
    for value in golden.standard_normal { #expect(abs(generator.normal() - value) <= value.ulp) }
    generator = golden.generator
    for value in golden.randn_2x3 { #expect(abs(generator.normal() - value) <= value.ulp) }
    for draw in golden.normal {
      generator = golden.generator
      for value in draw.values {
        let drawn = generator.normal(mean: draw.loc, std: draw.scale)
        #expect(abs(drawn - value) <= max(value.ulp, draw.loc.ulp))
      }
    }
  }

  @Test(arguments: try RandomGoldens.load().numpy)
  func `integers, permutations and choices equal NumPy's`(golden: RandomGoldens.Numpy) {
    var generator = golden.generator
    for draw in golden.randint {
      generator = golden.generator
      let values = draw.values.map { _ in generator.integer(from: draw.low, to: draw.high) }
      #expect(values.map(String.init) == draw.values)
    }
    for draw in golden.permutation {
      generator = golden.generator
      let order = generator.permutation(draw.n)
      if let values = draw.values { #expect(order == values) }
      if let first = draw.first { #expect(Array(order.prefix(first.count)) == first) }
      if let last = draw.last { #expect(Array(order.suffix(last.count)) == last) }
    }
    for (draw, replacing) in [(golden.choice_no_replace, false), (golden.choice_replace, true)] {
      generator = golden.generator
      #expect(generator.choice(draw.n, draw.size, replacing: replacing) == draw.values)
    }
  }

  @Test(arguments: try RandomGoldens.load().numpy)
  func `draws of every kind after one another equal NumPy's`(golden: RandomGoldens.Numpy) throws {
    var generator = golden.generator
    for step in golden.sequence {
      let values = try #require(step.draw(from: &generator), "an operation of another kind: \(step.op)")
      let ulps = step.name.contains("normal") ? 1.0 : 0
      #expect(zip(values, step.values).allSatisfy { abs($0 - $1) <= ulps * $1.ulp }, "\(step.op)")
      #expect(values.count == step.values.count)
    }
  }
}
