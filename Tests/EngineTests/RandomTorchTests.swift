import Testing

@testable import Engine

@Suite struct RandomTorchTests {
  @Test(arguments: try RandomGoldens.load().torch)
  func `MT19937 gives PyTorch's bits across a refill`(golden: RandomGoldens.Torch) {
    var generator = golden.generator
    let raw = (0..<631).map { _ in generator.random() & 0xff_ffff }
    #expect(Array(raw[..<golden.raw.first.count]) == golden.raw.first)
    #expect(Array(raw[618...630]) == golden.raw.atRefill)
  }

  @Test(arguments: try RandomGoldens.load().torch)
  func `uniform draws equal PyTorch's bit for bit`(golden: RandomGoldens.Torch) {
    for draw in golden.rand + golden.uniform {
      let values: [Float] = golden.drawn(draw.n) { $0.uniform(into: $1, from: draw.a ?? 0, to: draw.b ?? 1) }
      #expect(values == draw.floats)
    }
    for draw in golden.rand64 + golden.uniform64 {
      let values: [Double] = golden.drawn(draw.n) { $0.uniform(into: $1, from: draw.a ?? 0, to: draw.b ?? 1) }
      #expect(values == draw.values)
    }
  }

  @Test(arguments: try RandomGoldens.load().torch)
  func `normal draws equal PyTorch's, float32 bit for bit and float64 to 1e-15`(golden: RandomGoldens.Torch) {
    for draw in golden.randn + golden.normal {
      let values: [Float] = golden.drawn(draw.n) {
        $0.normal(into: $1, mean: draw.mean ?? 0, std: draw.std ?? 1)
      }
      #expect(values == draw.floats)
    }
    for draw in golden.randn64 + golden.normal64 {
      let values: [Double] = golden.drawn(draw.n) {
        $0.normal(into: $1, mean: draw.mean ?? 0, std: draw.std ?? 1)
      }
      #expect(zip(values, draw.values).allSatisfy { abs($0 - $1) <= 1e-15 * abs($1) })
    }
  }

  @Test(arguments: try RandomGoldens.load().torch)
  func `integers, seeds and permutations equal PyTorch's`(golden: RandomGoldens.Torch) {
    for draw in golden.randint {
      var generator = golden.generator
      let values = (0..<draw.n).map { _ in generator.integer(from: draw.low, to: draw.high) }
      #expect(values.map(String.init) == draw.values)
    }
    var generator = golden.generator
    #expect(golden.seeds.map { _ in String(generator.seed()) } == golden.seeds)
    for draw in golden.randperm {
      let order = golden.drawn(draw.n) { $0.permutation(into: $1) }.map(Int.init)
      if let values = draw.values { #expect(order == values) }
      if let first = draw.first { #expect(Array(order.prefix(first.count)) == first) }
      if let last = draw.last { #expect(Array(order.suffix(last.count)) == last) }
    }
  }

  @Test(arguments: try RandomGoldens.load().torch)
  func `Bernoulli draws and dropout masks equal PyTorch's`(golden: RandomGoldens.Torch) {
    for draw in golden.bernoulli {
      var generator = golden.generator
      #expect(draw.values.map { _ in generator.bernoulli(draw.p) ? 1 : 0 } == draw.values)
    }
    for draw in golden.bernoulliTensor {
      var generator = golden.generator
      #expect(draw.values.map { _ in generator.bernoulli(each: Float(draw.p)) ? 1 : 0 } == draw.values)
    }
    for mask in golden.dropout {
      let count = mask.shape.reduce(1, *)
      #expect(golden.drawn(count) { $0.dropout(into: $1, p: mask.p) } == mask.floats)
    }
    let mask = golden.dropout2d
    let channels = mask.shape[0] * mask.shape[1]
    let area = mask.floats.count / channels
    let factors: [Float] = golden.drawn(channels) { $0.dropout(into: $1, p: mask.p) }
    #expect(factors.flatMap { repeatElement($0, count: area) } == mask.floats)
  }

  @Test func `dropout draws nothing where p is 0 or 1`() {
    for (p, factor) in [(0.0, 1.0), (1.0, 0.0)] {
      var generator = TorchGenerator(seed: 5)
      #expect(drawn(3) { generator.dropout(into: $0, p: p) } == [factor, factor, factor])
      var untouched = TorchGenerator(seed: 5)
      #expect(generator.random() == untouched.random())
    }
  }

  @Test(arguments: try RandomGoldens.load().torch)
  func `draws of every kind after one another equal PyTorch's`(golden: RandomGoldens.Torch) throws {
    var generator = golden.generator
    for step in golden.sequence {
      let values = try #require(step.draw(from: &generator), "an operation of another kind: \(step.op)")
      let tolerance = step.isDouble && step.name == "randn" ? 1e-15 : 0
      let expected = step.isDouble ? step.values : step.values.map { Double(Float($0)) }
      #expect(zip(values, expected).allSatisfy { abs($0 - $1) <= tolerance * abs($1) }, "\(step.op)")
      #expect(values.count == step.values.count)
    }
  }

  @Test func `a seed counts by its low 32 bits, and none is 67280421310721`() {
    var (negative, high, low) = (
      TorchGenerator(seed: -1), TorchGenerator(seed: UInt64.max), TorchGenerator(seed: UInt32.max)
    )
    let bits = negative.random64()
    #expect(high.random64() == bits && low.random64() == bits)
    var (unset, named) = (TorchGenerator(), TorchGenerator(seed: 67_280_421_310_721))
    #expect(unset.random64() == named.random64())
  }
}

/// `count` elements filled by `draw`.
func drawn<Element: ExpressibleByIntegerLiteral>(
  _ count: Int, _ draw: (UnsafeMutableBufferPointer<Element>) -> Void
) -> [Element] {
  var values = [Element](repeating: 0, count: count)
  values.withUnsafeMutableBufferPointer { draw($0) }
  return values
}
