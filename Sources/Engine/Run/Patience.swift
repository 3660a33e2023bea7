/// Early stopping: how long the watched series has not improved.
struct Patience {
  private let settings: Pipeline.EarlyStopping
  private var best: Double?
  private var waited = 0

  init(_ settings: Pipeline.EarlyStopping) { self.settings = settings }

  /// Whether `epoch` was one too many without an improvement of more than `minDelta`.
  mutating func isExhausted(by epoch: Epoch) -> Bool {
    let value = epoch.value(of: settings.watched)
    let falls = settings.watched == .valLoss || settings.watched == .loss
    let improved =
      best.map { falls ? value < $0 - settings.minDelta : value > $0 + settings.minDelta } ?? true
    if improved { best = value }
    waited = improved ? 0 : waited + 1
    return waited > settings.patience
  }
}
