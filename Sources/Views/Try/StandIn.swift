public import Engine
import Lessons

/// What may stand in, within a page, for a lesson's optimizer and loss:
/// each weighs on every page, so that these are few.
enum StandIn {
  static let optimizers = ["SGD", "Adam", "AdamW", "RMSprop"].compactMap { component($0, .optimizer) }

  /// Losses that read a model's output alike.
  static let losses = [
    ["MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss"], ["BCEWithLogitsLoss", "SoftMarginLoss"],
  ].map { $0.compactMap { component($0, .loss) } }

  private static func component(_ name: String, _ category: Engine.Category) -> Component? {
    category.entries.first { $0.name.description == name }
      .flatMap { Component.read($0.written, category).component }
  }
}

extension Pipeline {
  /// What may stand in for the optimizer, and for the loss; the page's engine has them.
  public var standIns: [Component] { otherOptimizers + otherLosses }

  /// None where groups have optimizers of their own.
  var otherOptimizers: [Component] {
    train.groups.isEmpty ? StandIn.optimizers.filter { $0.row != train.optimizer.row } : []
  }

  var otherLosses: [Component] {
    let alike = StandIn.losses.first { $0.contains { $0.row == train.loss.row } } ?? []
    return alike.filter { $0.row != train.loss.row }
  }
}
