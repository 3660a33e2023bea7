import Engine
import Lessons

/// The learning rate over the epochs or the steps of a run, in a few words.
struct RateCurve {
  /// One per place, to ten digits: what differs from there on is how multiplying rounds.
  let rates: [Double]
  /// What each of the rates is that of: `epoch` or `step`.
  let place: String

  init(_ rates: [Double], of place: String = "epoch") {
    self.rates = rates.map { Double(Numeral.text($0, digits: 10)) ?? $0 }
    self.place = place
  }

  var isConstant: Bool { rates.allSatisfy { $0 == rates.first } }

  /// The place with the lowest rate, from 1; the first where several have it.
  var lowest: Int { (rates.indices.reduce(0) { rates[$1] < rates[$0] ? $1 : $0 }) + 1 }

  /// The place with the highest rate, from 1; the first where several have it.
  var highest: Int { (rates.indices.reduce(0) { rates[$1] > rates[$0] ? $1 : $0 }) + 1 }

  /// The places that are told of.
  private var turns: [Int] { Set([1, lowest, highest, rates.count]).sorted() }

  /// The rate of place `number`, in as many digits as tell it from the others that are told of.
  private func text(_ number: Int) -> String {
    let told = Set(turns.map { rates[$0 - 1] })
    let digits = (4...10).first { digits in
      Set(told.map { Numeral.text($0, digits: digits) }).count == told.count
    }
    return Numeral.typographic(Numeral.text(rates[number - 1], digits: digits ?? 10))
  }

  /// From the first rate past the lowest or highest to the last: `0.1 → 0 → 0.09755`.
  var path: String {
    guard !rates.isEmpty else { return "" }
    let texts = turns.map(text)
    return texts.indices.filter { $0 == 0 || texts[$0] != texts[$0 - 1] }.map { texts[$0] }
      .joined(separator: " → ")
  }

  /// One sentence.
  var reading: String {
    guard !rates.isEmpty else { return "" }
    let name = place.prefix(1).uppercased() + place.dropFirst()
    if isConstant { return "\(rates.count == 1 ? "\(name) 1" : "Every \(place)") trains with \(text(1))." }
    var parts = ["\(name) 1 trains with \(text(1))"]
    var isLastTold = false
    for (number, name) in [(highest, "highest rate"), (lowest, "lowest")]
    where number > 1 && number < rates.count {
      let stays = rates[(number - 1)...].allSatisfy { $0 == rates[number - 1] }
      let places = stays ? "\(place)s \(number) to \(rates.count)" : "\(place) \(number)"
      parts.append("\(places) with the \(name), \(text(number))")
      isLastTold = isLastTold || stays
    }
    if !isLastTold { parts.append("\(place) \(rates.count) with \(text(rates.count))") }
    return parts.joined(separator: ", ") + "."
  }
}

extension Trace {
  /// Whether the rate may change within an epoch, so that an epoch's rate is that of its first step alone.
  var schedulesSteps: Bool {
    pipeline.schedule.scheduler != nil && pipeline.schedule.cadence == .batch && steps.perEpoch > 1
  }

  /// The rates of the epochs; those of the steps where they change within an epoch.
  var rateCurve: RateCurve {
    schedulesSteps ? RateCurve(steps.lr, of: "step") : RateCurve(epochs.map(\.rate.lr))
  }

  /// What is said of a curve over epochs that has the rate of each epoch's first step alone.
  var firstStepsNote: String { schedulesSteps ? "Drawn is the rate of each epoch's first step. " : "" }
}
