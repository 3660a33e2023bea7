/// One sentence on a loss, or on a share that is right, in training and validation.
struct SeriesReading {
  let sentence: String

  /// The least value is the best, and of shares the greatest; `text` writes them as their figure does.
  init(
    _ training: [Double], _ validation: [Double], areShares: Bool = false, text: @escaping (Double) -> String
  ) {
    guard let first = training.first, let last = training.last, let final = validation.last else {
      sentence = ""
      return
    }
    /// Both, in more digits than the figure's if it takes more to tell them apart.
    func apart(_ a: Double, _ b: Double) -> (from: String, to: String) {
      guard a != b, text(a) == text(b) else { return (text(a), text(b)) }
      let between = Between(a, b, isShare: areShares)
      return (between.first, between.second)
    }
    guard training.count > 1 else {
      sentence = "In the one epoch, training has \(text(first)) and validation \(text(final))."
      return
    }
    let (from, to) = apart(first, last)
    let course =
      training.allSatisfy { $0 == first }
      ? "stays at \(from)"
      : first == last
        ? "ends where it began, at \(to)" : "\(last < first ? "falls" : "rises") from \(from) to \(to)"
    let isBetter: (Double, Double) -> Bool = areShares ? (>) : (<)
    let best = validation.indices.reduce(0) { isBetter(validation[$1], validation[$0]) ? $1 : $0 }
    let (least, end) = apart(validation[best], final)
    let isBestAtEnd = best + 1 == validation.count
    let then = isBestAtEnd ? "" : validation[best] == final ? ", as at the end" : ", and ends at \(end)"
    sentence =
      "Training \(course); validation "
      + (validation.allSatisfy { $0 == final }
        ? "stays at \(end)." : "is best at epoch \(best + 1) with \(least)\(then).")
  }
}
