/// What the batch normalisations have in common: y = (x − mean) / √(variance +
/// ε) · w + b, channel by channel.
///
/// While training, mean and (biased) variance are the batch's, and the running ones move towards
/// them (the variance unbiased); in evaluation they are the running ones. Sums take each plane in
/// lanes, then the rows in order.
struct BatchNorm: Sendable {
  let features: Int?
  let epsilon: Double
  /// How far the running statistics move; nil for the mean over all batches.
  let momentum: Double?
  let affine: Bool
  let tracks: Bool

  /// The parameters that ``init(_:)`` reads.
  static let parameters: [Parameter] = [
    .optionalInteger("num_features", "channels; the shape before it settles them"),
    .real("eps", in: .nonnegative, default: 1e-5, "keeps the division from 0"),
    .optionalReal(
      "momentum", in: .unit, default: 0.1, "how far running statistics move; None for the mean of all batches"
    ),
    .flag("affine", default: true, "scale and shift each channel by trained numbers"),
    .flag("track_running_stats", default: true, "keep running statistics for evaluation"),
  ]

  init(_ arguments: inout Arguments) {
    features = arguments.next()
    epsilon = arguments.next()
    momentum = arguments.next()
    affine = arguments.next()
    tracks = arguments.next()
  }

  /// Lays the normalisation of `x` `[channels, …]` out, for the layer `Kind`.
  func build<S: Scalar, Kind: ComponentKind>(
    _ x: Value, _ builder: inout Builder<S>, for _: Kind.Type
  ) throws(EngineError) -> Value {
    let channels = x.shape[0]
    try Kind.agree("num_features", features, channels)
    let plane = x.shape.count / channels
    if plane == 1 { builder.demand(rows: 2, for: Kind.info.name) }
    let weights = builder.unitAffine(Shape(channels), weight: affine, bias: affine)
    let y = builder.value(x.shape)
    let pass = BatchNormPass<S>(
      x: x, y: y, affine: weights, channels: channels, plane: plane,
      running: tracks
        ? (
          builder.buffer(channels, filledWith: 0), builder.buffer(channels, filledWith: 1),
          builder.buffer(1, filledWith: 0)
        ) : nil,
      scratch: builder.reserve(Shape(4, channels)), epsilon: S(epsilon), momentum: momentum.map { S($0) })
    builder.append(forward: { pass.forward(&$0) }, backward: { pass.backward(&$0) })
    return y
  }
}

/// Where a batch normalisation's numbers lie, and what it does with them.
private struct BatchNormPass<S: Scalar> {
  let x: Value
  let y: Value
  let affine: Affine
  let channels: Int
  let plane: Int
  /// Running mean, running variance, and the number of batches seen.
  let running: (mean: Buffer, variance: Buffer, batches: Buffer)?
  /// Mean, 1/√(variance + ε), and two sums, each of `channels`.
  let scratch: Int
  let epsilon: S
  let momentum: S?

  func forward(_ w: inout Workspace<S>) {
    let (input, output) = (w.data(x), w.data(y))
    let mean = w.arena + scratch
    let scale = mean + channels
    if w.training || running == nil {
      measure(input, rows: w.rows, mean, scale)
      if w.training { track(mean, scale, &w) }
    } else if let running {
      mean.update(from: w.data(running.mean), count: channels)
      scale.update(from: w.data(running.variance), count: channels)
    }
    for c in 0..<channels { scale[c] = 1 / (scale[c] + epsilon).squareRoot() }
    let weight = affine.weight.map { w.data($0) }
    let bias = affine.bias.map { w.data($0) }
    forEachPlane(rows: w.rows) { start, c in
      let (m, factor, shift) = (mean[c], scale[c] * (weight?[c] ?? 1), bias?[c] ?? 0)
      for i in start..<start &+ plane { output[i] = (input[i] - m) * factor + shift }
    }
  }

  func backward(_ w: inout Workspace<S>) {
    guard let dy = w.gradient(y) else { return }
    let input = w.data(x)
    let mean = w.arena + scratch
    let (scale, sums, products) = (mean + channels, mean + 2 * channels, mean + 3 * channels)
    sumChannels(rows: w.rows, channels: channels, plane: plane, to: sums) { i, _ in dy[i] }
    sumChannels(rows: w.rows, channels: channels, plane: plane, to: products) { i, c in
      dy[i] * ((input[i] - mean[c]) * scale[c])
    }
    if let bias = affine.bias { w.gradient(bias).update(from: sums, count: channels) }
    if let weight = affine.weight { w.gradient(weight).update(from: products, count: channels) }
    guard let dx = w.gradient(x) else { return }
    let weight = affine.weight.map { w.data($0) }
    let count = S(w.rows &* plane)
    let usesBatch = w.training || running == nil
    forEachPlane(rows: w.rows) { start, c in
      let factor = scale[c] * (weight?[c] ?? 1)
      let (m, along, across) = (mean[c], sums[c] / count, products[c] / count * scale[c])
      if usesBatch {
        for i in start..<start &+ plane { dx[i] = (dy[i] - along - (input[i] - m) * across) * factor }
      } else {
        for i in start..<start &+ plane { dx[i] = dy[i] * factor }
      }
    }
  }

  /// Writes the batch's mean and biased variance.
  private func measure(
    _ input: UnsafePointer<S>, rows: Int, _ mean: UnsafeMutablePointer<S>, _ variance: UnsafeMutablePointer<S>
  ) {
    let count = S(rows &* plane)
    sumChannels(rows: rows, channels: channels, plane: plane, to: mean) { i, _ in input[i] }
    for c in 0..<channels { mean[c] /= count }
    sumChannels(rows: rows, channels: channels, plane: plane, to: variance) { i, c in
      (input[i] - mean[c]) * (input[i] - mean[c])
    }
    for c in 0..<channels { variance[c] /= count }
  }

  /// Moves the running statistics towards the batch's.
  private func track(
    _ mean: UnsafePointer<S>, _ variance: UnsafePointer<S>, _ w: inout Workspace<S>
  ) {
    guard let running else { return }
    w.data(running.batches)[0] += 1
    let share = momentum ?? 1 / w.data(running.batches)[0]
    let count = S(w.rows &* plane)
    let unbiased = count / (count - 1)
    let (runningMean, runningVariance) = (w.data(running.mean), w.data(running.variance))
    for c in 0..<channels {
      runningMean[c] = share * mean[c] + (1 - share) * runningMean[c]
      runningVariance[c] = share * (variance[c] * unbiased) + (1 - share) * runningVariance[c]
    }
  }

  /// Calls `body` with the first place and the channel of each plane.
  @inline(__always)
  private func forEachPlane(rows: Int, _ body: (Int, Int) -> Void) {
    for row in 0..<rows {
      for c in 0..<channels { body((row &* channels &+ c) &* plane, c) }
    }
  }
}
