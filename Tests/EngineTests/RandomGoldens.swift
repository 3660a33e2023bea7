import Testing

@testable import Engine
import EngineTestSupport

/// The sequences of `rng.json`.
struct RandomGoldens: Decodable {
  let torch: [Torch]
  let numpy: [Numpy]

  static func load() throws -> RandomGoldens { try Goldens.load("rng", as: Self.self) }

  /// What follows `torch.manual_seed(seed)`, each sequence anew.
  struct Torch: Decodable, Sendable, CustomTestStringConvertible {
    let seed: String
    let raw: Raw
    let rand, uniform, randn, normal, rand64, uniform64, randn64, normal64: [Reals]
    let randint: [Integers]
    let seeds: [String]
    let randperm: [Permutation]
    let bernoulli, bernoulliTensor: [Flags]
    let dropout: [Mask]
    let dropout2d: Mask
    let sequence: [RandomStep]
    let loaders: [Loader]
    let samplers: [Sampler]
    let splits: [Split]

    var generator: TorchGenerator { TorchGenerator(seed: Int64(seed) ?? 0) }
    var testDescription: String { "seed \(seed)" }

    /// `count` elements filled by `draw` from the beginning of the stream.
    func drawn<Element: ExpressibleByIntegerLiteral>(
      _ count: Int, _ draw: (inout TorchGenerator, UnsafeMutableBufferPointer<Element>) -> Void
    ) -> [Element] {
      var generator = generator
      return EngineTests.drawn(count) { draw(&generator, $0) }
    }

    enum CodingKeys: String, CodingKey {
      case seed, randint, randperm, dropout, dropout2d, sequence
      case raw = "raw_mod_2^24"
      case rand = "rand_f32"
      case uniform = "uniform_f32"
      case randn = "randn_f32"
      case normal = "normal_f32"
      case rand64 = "rand_f64"
      case uniform64 = "uniform_f64"
      case randn64 = "randn_f64"
      case normal64 = "normal_f64"
      case seeds = "random_int64"
      case bernoulli = "bernoulli_"
      case bernoulliTensor = "bernoulli_tensor_f32"
      case loaders = "dataloader"
      case samplers = "random_sampler_replacement"
      case splits = "random_split"
    }
  }

  struct Raw: Decodable, Sendable {
    let first, atRefill: [UInt32]
    enum CodingKeys: String, CodingKey {
      case first
      case atRefill = "at_618_to_630"
    }
  }

  struct Reals: Decodable, Sendable {
    let n: Int
    let a, b, mean, std: Double?
    let values: [Double]
    var floats: [Float] { values.map(Float.init) }
  }

  struct Integers: Decodable, Sendable {
    let low, high: Int64
    let values: [String]
    var n: Int { values.count }
  }

  struct Permutation: Decodable, Sendable {
    let n: Int
    let values, first, last: [Int]?
  }

  struct Flags: Decodable, Sendable {
    let p: Double
    let values: [Int]
  }

  struct Mask: Decodable, Sendable {
    let p: Double
    let shape: [Int]
    let output: [Double]
    var floats: [Float] { output.map(Float.init) }
    enum CodingKeys: String, CodingKey {
      case p, shape
      case output = "output_for_input_ones_f32"
    }
  }

  struct Loader: Decodable, Sendable {
    let n, batch_size: Int
    let drop_last, shuffle: Bool
    let desc: String
    let epochs: [[[Int32]]]
    let rand_after: [Double]
  }

  struct Sampler: Decodable, Sendable {
    let n, num_samples: Int
    let values: [Int64]
  }

  struct Split: Decodable, Sendable {
    let n: Int
    let lengths: [Double]
    let indices: [[Int32]]
  }

  /// What follows `RandomState(seed)`.
  struct Numpy: Decodable, Sendable, CustomTestStringConvertible {
    let seed: UInt32
    let random_sample, standard_normal, randn_2x3, rand_2x3: [Double]
    let uniform: [Uniform]
    let normal: [Normal]
    let randint: [Integers]
    let permutation: [Permutation]
    let choice_no_replace, choice_replace: Choice
    let sequence: [RandomStep]

    var generator: NumpyGenerator { NumpyGenerator(seed: seed) }
    var testDescription: String { "seed \(seed)" }

    struct Uniform: Decodable, Sendable {
      let low, high: Double
      let values: [Double]
    }
    struct Normal: Decodable, Sendable {
      let loc, scale: Double
      let values: [Double]
    }
    struct Choice: Decodable, Sendable {
      let n, size: Int
      let values: [Int]
    }
  }
}
