import Testing

@testable import Engine

@Suite struct RandomBatchSamplerTests {
  @Test(arguments: try RandomGoldens.load().torch)
  func `batches follow DataLoader's, with and without its own generator`(golden: RandomGoldens.Torch) {
    for loader in golden.loaders {
      let owns = loader.desc.contains("generator=")
      let validates = loader.desc.contains("val loader")
      var global = golden.generator
      var sampler = owns ? BatchSampler(generatorSeed: Int64(golden.seed) ?? 0) : BatchSampler()
      var validation = BatchSampler()
      for epoch in loader.epochs {
        let order = drawn(loader.n) { sampler.order(into: $0, shuffle: loader.shuffle, global: &global) }
        #expect(Array(order.prefix(epoch.joined().count)) == Array(epoch.joined()))
        guard validates else { continue }
        let rows = drawn(loader.n) { validation.order(into: $0, shuffle: false, global: &global) }
        #expect(rows == (0..<loader.n).map { Int32($0) })
      }
      #expect(drawn(2) { global.uniform(into: $0) } == loader.rand_after.map(Float.init))
    }
  }

  @Test(arguments: try RandomGoldens.load().torch)
  func `sampling with replacement follows RandomSampler's`(golden: RandomGoldens.Torch) {
    for sampler in golden.samplers {
      var global = golden.generator
      var generator = TorchGenerator(seed: global.seed())
      let values = sampler.values.map { _ in generator.integer(from: 0, to: Int64(sampler.n)) }
      #expect(values == sampler.values)
    }
  }

  @Test(arguments: try RandomGoldens.load().torch)
  func `splits follow random_split's, by counts and by fractions`(golden: RandomGoldens.Torch) {
    for split in golden.splits {
      let isFractions = split.lengths.reduce(0, +) <= 1.5
      let lengths =
        isFractions ? BatchSampler.split(split.n, fractions: split.lengths) : split.lengths.map { Int($0) }
      var order = golden.drawn(split.n) { $0.permutation(into: $1) }[...]
      for (length, indices) in zip(lengths, split.indices) {
        #expect(Array(order.prefix(length)) == indices)
        order = order.dropFirst(length)
      }
    }
  }
}
