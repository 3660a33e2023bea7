/// The learning rate over the epochs, in a few words.
struct RateCurve {
  private let rates: [Double]

  init(_ rates: [Double]) { self.rates = rates }

  var isConstant: Bool { rates.allSatisfy { $0 == rates.first } }

  /// The epoch with the lowest rate, from 1; the first where several have it.
  var lowest: Int { (rates.indices.reduce(0) { rates[$1] < rates[$0] ? $1 : $0 }) + 1 }

  /// The epoch with the highest rate, from 1; the first where several have it.
  var highest: Int { (rates.indices.reduce(0) { rates[$1] > rates[$0] ? $1 : $0 }) + 1 }

  /// The rate of epoch `number`.
  private func text(_ epoch: Int) -> String { Numbers.number(rates[epoch - 1]) }

  /// From the first rate past the lowest or highest to the last: `0.1 → 0 → 0.09755`.
  var path: String {
    guard let first = rates.first, rates.count > 1 else { return Numbers.number(rates.first ?? 0) }
    if isConstant { return Numbers.number(first) }
    let turns = Set([1, lowest, highest, rates.count]).sorted()
    let texts = turns.map(text)
    return texts.indices.filter { $0 == 0 || texts[$0] != texts[$0 - 1] }.map { texts[$0] }
      .joined(separator: " → ")
  }

  /// One sentence.
  var reading: String {
    guard let first = rates.first else { return "" }
    if isConstant { return "Every epoch trains with \(Numbers.number(first))." }
    var parts = ["Epoch 1 trains with \(text(1))"]
    var isLastTold = rates.count == 1
    for (epoch, name) in [(highest, "highest rate"), (lowest, "lowest")]
    where epoch > 1 && epoch < rates.count {
      let stays = rates[(epoch - 1)...].allSatisfy { $0 == rates[epoch - 1] }
      let epochs = stays ? "epochs \(epoch) to \(rates.count)" : "epoch \(epoch)"
      parts.append("\(epochs) with the \(name), \(text(epoch))")
      isLastTold = isLastTold || stays
    }
    if !isLastTold { parts.append("epoch \(rates.count) with \(text(rates.count))") }
    return parts.joined(separator: ", ") + "."
  }
}
