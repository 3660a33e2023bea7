import Engine
import Lessons

extension Chart {
  /// The learning rate over 40 steps of the scheduler `component` where the optimizer's is 0.1; nil for what is none.
  init?(schedule component: Component) {
    guard component.category == .scheduler, let rates = component.rates(from: 0.1, steps: 40) else {
      return nil
    }
    let watched = component.info.parameters.contains { $0.name.description == "patience" }
    let reading =
      "\(component.info.written) where the optimizer's rate is 0.1"
      + (watched ? ", watching a metric that improves for ten steps and then no more." : ".")
    self.init(
      axis: "step", x: rates.indices.map { Double($0) },
      panels: [Self.panel("Learning rate", rates, reading: reading, hue: .schedule, isStepped: true)])
  }

  /// What the layer `component` makes of −4 to 4; nil for what does not map each element by itself.
  init?(activation component: Component) {
    let x = (-32...32).map { Double($0) / 8 }
    let y = x.compactMap { (try? component.value(at: $0)).flatMap(\.self) }
    guard y.count == x.count else { return nil }
    let told = [0, 32, 64].map { "y(\(Numbers.number(x[$0]))) = \(Numbers.number(y[$0]))" }
    self.init(
      axis: "x", x: x, panels: [Self.panel("y", y, reading: told.joined(separator: ", ") + ".", hue: .train)])
  }

  private static func panel(
    _ name: String, _ values: [Double], reading: String, hue: Hue, isStepped: Bool = false
  ) -> Panel {
    Panel(
      caption: Caption(name, reading: reading, hue: hue), axis: name,
      series: [
        .init(name: name, values: values, texts: values.map(Numbers.number), isStepped: isStepped)
      ],
      ticks: Ticks(values).cells)
  }
}

extension Component {
  /// What the scheduler makes of the rate `lr` in `steps` steps, fewer where its schedule ends before.
  fileprivate func rates(from lr: Double, steps: Int) -> [Double]? {
    guard let scheduler = try? Scheduler(self),
      var state = try? scheduler.start(Rate(lr: lr, momentum: 0.9))
    else { return nil }
    var rates = [state.rate.lr]
    for step in 1..<steps {
      let metric = Double(max(10 - step, 0))
      guard (try? scheduler.advance(&state, metric)) != nil else { break }
      rates.append(state.rate.lr)
    }
    return rates
  }
}
