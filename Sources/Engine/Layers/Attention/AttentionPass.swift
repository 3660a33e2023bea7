/// Scaled dot-product attention, head by head: softmax(q kᵀ / √d) v, d the features of a head.
///
/// q, k and v each lie in rows of a value, one per token, from a column of their
/// own on; so does their gradient.
struct AttentionPass<S: Scalar> {
  let query: Part
  let key: Part
  let value: Part
  /// The heads' answers side by side, `[batch, steps, features]`.
  let y: Value
  /// The attention each query pays to each key, averaged over the heads,
  /// `[batch, queries, keys]`; nil unless asked for.
  let average: Value?
  let heads: Int
  let features: Int
  /// Whether a step is kept from seeing those behind it.
  let isCausal: Bool
  let dropout: Double
  /// The scores of every head of every sequence, after softmax and after dropout, and dropout's factors.
  private let weights: Int
  private let dropped: Int
  private let factors: Int
  /// Scratch for one head: the gradient of its scores.
  private let slopes: Int

  /// What takes part: columns `column...` of the rows of `value`.
  struct Part {
    let value: Value
    let column: Int
    let axes: SequenceAxes

    /// Elements from one token's row to the next.
    var stride: Int { value.shape[-1] }

    /// The place of the first token of sequence `sequence`, at feature `feature`.
    func place(_ sequence: Int, _ feature: Int) -> Int {
      sequence &* axes.sequenceStride &* stride &+ column &+ feature
    }

    /// Elements from one step to the next.
    var stepStride: Int { axes.stepStride &* stride }
  }

  init(
    query: Part, key: Part, value: Part, heads: Int, features: Int, isCausal: Bool, dropout: Double,
    averages: Bool, _ builder: inout Builder<S>
  ) {
    self.query = query
    self.key = key
    self.value = value
    self.heads = heads
    self.features = features
    self.isCausal = isCausal
    self.dropout = dropout
    y = builder.value(Shape(query.axes.second, features))
    average = averages ? builder.value(Shape(query.axes.second, key.axes.second)) : nil
    let isFirst = query.axes.batchFirst
    let queries = isFirst ? query.axes.second : builder.capacity
    let keys = isFirst ? key.axes.second : builder.capacity
    let scores = Shape(heads, queries, keys)
    let sequences = isFirst ? builder.capacity : query.axes.second
    weights = builder.reserve(scores, rows: sequences)
    dropped = dropout > 0 ? builder.reserve(scores, rows: sequences) : weights
    factors = dropout > 0 ? builder.reserve(scores, rows: sequences) : weights
    slopes = builder.reserve(Shape(queries, keys))
    builder.multiplyAdds += 2 * Double(query.axes.second) * Double(keys) * Double(features)
  }

  private var width: Int { features / heads }
  private var scale: S { 1 / S(width).squareRoot() }

  /// Calls `body` with each sequence and head, and the place of their scores.
  private func forEachHead(_ w: borrowing Workspace<S>, _ body: (Int, Int, Int) -> Void) {
    let count = query.axes.steps(rows: w.rows) &* key.axes.steps(rows: w.rows)
    for sequence in 0..<query.axes.sequences(rows: w.rows) {
      for head in 0..<heads { body(sequence, head, (sequence &* heads &+ head) &* count) }
    }
  }

  func forward(_ w: inout Workspace<S>) {
    let (queries, keys) = (query.axes.steps(rows: w.rows), key.axes.steps(rows: w.rows))
    let output = Part(value: y, column: 0, axes: query.axes)
    forEachHead(w) { sequence, head, place in
      let scores = w.arena + (weights &+ place)
      MatrixProduct(
        view(query, sequence, head, w), view(key, sequence, head, w).transposed,
        rows: queries, inner: width, columns: keys
      ).write(to: scores)
      for step in 0..<queries {
        let line = scores + step &* keys
        let seen = isCausal ? min(step &+ 1, keys) : keys
        for i in 0..<seen { line[i] *= scale }
        softmax(line, count: seen, to: line)
        for i in seen..<keys { line[i] = 0 }
      }
    }
    drop(&w)
    forEachHead(w) { sequence, head, place in
      MatrixProduct(
        MatrixView(w.arena + (dropped &+ place), stride: keys), view(value, sequence, head, w),
        rows: queries, inner: keys, columns: width
      ).write(to: w.data(y) + output.place(sequence, head &* width), stride: output.stepStride)
    }
    writeAverage(w)
  }

  func backward(_ w: inout Workspace<S>) {
    guard let dy = w.gradient(y) else { return }
    let (queries, keys) = (query.axes.steps(rows: w.rows), key.axes.steps(rows: w.rows))
    let output = Part(value: y, column: 0, axes: query.axes)
    let slopes = w.arena + slopes
    forEachHead(w) { sequence, head, place in
      let answers = MatrixView(
        UnsafePointer(dy + output.place(sequence, head &* width)), stride: output.stepStride)
      let attention = MatrixView(UnsafePointer(w.arena + (dropped &+ place)), stride: keys)
      MatrixProduct(
        answers, view(value, sequence, head, w).transposed, rows: queries, inner: width, columns: keys
      ).write(to: slopes)
      addAverageGradient(sequence, to: slopes, w)
      write(
        MatrixProduct(attention.transposed, answers, rows: keys, inner: queries, columns: width),
        to: value, sequence, head, w)
      let scores = w.arena + (weights &+ place)
      for step in 0..<queries {
        let line = slopes + step &* keys
        if dropout > 0 {
          for i in 0..<keys { line[i] *= w.arena[factors &+ place &+ step &* keys &+ i] }
        }
        softmaxGradient(scores + step &* keys, line, count: keys, to: line)
        for i in 0..<keys { line[i] *= scale }
      }
      let gradient = MatrixView(UnsafePointer(slopes), stride: keys)
      write(
        MatrixProduct(gradient, view(key, sequence, head, w), rows: queries, inner: keys, columns: width),
        to: query, sequence, head, w)
      write(
        MatrixProduct(
          gradient.transposed, view(query, sequence, head, w), rows: keys, inner: queries, columns: width),
        to: key, sequence, head, w)
    }
  }

  /// One head's columns of one sequence of `part`.
  private func view(_ part: Part, _ sequence: Int, _ head: Int, _ w: borrowing Workspace<S>) -> MatrixView<S>
  {
    MatrixView(w.data(part.value) + part.place(sequence, head &* width), stride: part.stepStride)
  }

  /// Writes `product` to the gradient of one head's columns of one sequence of `part`.
  private func write(
    _ product: MatrixProduct<S>, to part: Part, _ sequence: Int, _ head: Int, _ w: borrowing Workspace<S>
  ) {
    guard let gradient = w.gradient(part.value) else { return }
    product.write(to: gradient + part.place(sequence, head &* width), stride: part.stepStride)
  }

  /// Drops scores at random while training.
  private func drop(_ w: inout Workspace<S>) {
    guard dropout > 0 else { return }
    let count =
      query.axes.sequences(rows: w.rows) &* heads &* query.axes.steps(rows: w.rows)
      &* key.axes.steps(rows: w.rows)
    let noise = UnsafeMutableBufferPointer(start: w.arena + factors, count: count)
    w.generator.dropout(into: noise, p: w.training ? dropout : 0)
    for i in 0..<count { w.arena[dropped &+ i] = w.arena[weights &+ i] * noise[i] }
  }

  private func writeAverage(_ w: borrowing Workspace<S>) {
    guard let average else { return }
    let count = query.axes.steps(rows: w.rows) &* key.axes.steps(rows: w.rows)
    let output = w.data(average)
    for sequence in 0..<query.axes.sequences(rows: w.rows) {
      for i in 0..<count {
        var sum: S = 0
        for head in 0..<heads { sum += w.arena[dropped &+ (sequence &* heads &+ head) &* count &+ i] }
        output[sequence &* count &+ i] = sum / S(heads)
      }
    }
  }

  private func addAverageGradient(
    _ sequence: Int, to slopes: UnsafeMutablePointer<S>, _ w: borrowing Workspace<S>
  ) {
    guard let average, let gradient = w.gradient(average) else { return }
    let count = query.axes.steps(rows: w.rows) &* key.axes.steps(rows: w.rows)
    for i in 0..<count { slopes[i] += gradient[sequence &* count &+ i] / S(heads) }
  }
}
