import Lessons

/// Where a page shows what a claim is about.
struct Proofs {
  let view: String
  /// How many epochs the page shows.
  let epochs: Int

  /// The place that proves `expression`: the epoch of the run that it names,
  /// else the part of the page that its first name is from.
  func place(of expression: Expression) -> Question.Proof? {
    if let epoch = expression.epochs.first(where: { $0 >= 1 && $0 <= epochs }) {
      return Question.Proof(
        anchor: Anchor.epoch(epoch, in: view), text: "See epoch \(epoch)", option: "--epoch \(epoch)")
    }
    return expression.names.lazy.compactMap(place).first
  }

  private func place(_ name: String) -> Question.Proof? {
    switch name {
    case "data": stage(1, "the data")
    case "train", "validation": stage(2, "the split")
    case "parameters", "batches", "batch_size", "epochs": stage(3, "the model")
    case "lr", "lr_step", "momentum": stage(4, "the schedule")
    case "evaluation": stage(5, "the evaluation")
    case "prediction", "layer": .init(anchor: "\(view)-prediction", text: "See the prediction trace")
    case "loss", "accuracy", "val_loss", "val_accuracy", "grad_norm":
      .init(anchor: "\(view)-training", text: "See the training trace")
    default: nil
    }
  }

  private func stage(_ number: Int, _ what: String) -> Question.Proof {
    .init(anchor: Anchor.stage(number, in: view), text: "See \(what)", option: "--stage \(number)")
  }
}

extension Expression {
  /// The parts that it is made of.
  private var parts: [Expression] {
    switch node {
    case .number, .text, .name: []
    case .list(let parts), .call(_, let parts): parts
    case .member(let base, _), .negative(let base), .not(let base): [base]
    case .element(let base, let index): [base, index]
    case .slice(let base, let first, let last): [base, first, last]
    case .binary(_, let left, let right): [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    }
  }

  /// The names in it, in order.
  fileprivate var names: [String] {
    if case .name(let name) = node { return [name] }
    return parts.flatMap(\.names)
  }

  /// The epochs that it names by number, in order.
  fileprivate var epochs: [Int] {
    if case .element(let base, let index) = node, case .name(let name) = base.node,
      case .number(let epoch) = index.node,
      ["lr", "momentum", "loss", "accuracy", "val_loss", "val_accuracy", "grad_norm"].contains(name)
    {
      return [Int(exactly: epoch) ?? 0]
    }
    return parts.flatMap(\.epochs)
  }
}
