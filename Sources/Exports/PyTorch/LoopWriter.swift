import Engine

/// The epochs in Python: a training pass, a validation pass, the schedule, and a printed line.
struct LoopWriter {
  let trace: Trace
  private let training: TrainingWriter

  init(_ trace: Trace) {
    self.trace = trace
    training = TrainingWriter(trace: trace)
  }

  private var train: Pipeline.Train { trace.pipeline.train }
  private var schedule: Pipeline.Schedule { trace.pipeline.schedule }
  private var classifies: Bool { !trace.preprocess.trainClassCounts.isEmpty }
  private var steps: Bool { schedule.scheduler != nil }

  /// Two functions, one for each pass, and the loop that calls them.
  var text: String { [trainPass, validationPass, loop].joined(separator: "\n\n\n") }

  private func code(_ lines: [String?]) -> String { lines.compactMap(\.self).joined(separator: "\n") }

  /// What is counted right, where there are classes.
  private var right: String? {
    classifies ? "        right += (\(training.decision("output")) == yb).sum().item()" : nil
  }

  private var start: String {
    classifies ? "    loss_sum, right, count = 0.0, 0, 0" : "    loss_sum, count = 0.0, 0"
  }
  private var end: String { "    return loss_sum / count" + (classifies ? ", right / count" : "") }
  private var results: String { classifies ? "the mean loss and the accuracy" : "the mean loss" }

  private var trainPass: String {
    let accumulates = train.accumulation > 1
    return code([
      "def train_epoch():",
      "    \"\"\"One pass over the training part: \(results).\"\"\"",
      "    model.train()",
      start,
      accumulates
        ? "    for step, (xb, yb) in enumerate(train_loader, 1):" : "    for xb, yb in train_loader:",
      accumulates ? nil : "        optimizer.zero_grad()",
      "        output = model(xb)",
      "        loss = criterion(output, yb)",
      accumulates ? "        (loss / \(train.accumulation)).backward()" : "        loss.backward()",
      accumulates ? "        if step % \(train.accumulation) == 0 or step == len(train_loader):" : nil,
      update.map { (accumulates ? "            " : "        ") + $0 }.joined(separator: "\n"),
      "        loss_sum += loss.item() * len(yb)",
      right,
      "        count += len(yb)",
      end,
    ])
  }

  /// What a step does once its gradient is there.
  private var update: [String] {
    var lines: [String] = []
    if let norm = train.clipGradNorm { lines.append("nn.utils.clip_grad_norm_(model.parameters(), \(norm))") }
    if let value = train.clipGradValue {
      lines.append("nn.utils.clip_grad_value_(model.parameters(), \(value))")
    }
    lines.append("optimizer.step()")
    if train.accumulation > 1 { lines.append("optimizer.zero_grad()") }
    if train.averaging != nil { lines.append("averaged.update_parameters(model)") }
    if steps && schedule.cadence == .batch { lines.append("scheduler.step()") }
    return lines
  }

  private var validationPass: String {
    code([
      "@torch.no_grad()",
      "def evaluate():",
      "    \"\"\"One pass over the validation part: \(results).\"\"\"",
      "    \(training.measured).eval()",
      start,
      "    for xb, yb in val_loader:",
      "        output = \(training.measured)(xb)",
      "        loss_sum += criterion(output, yb).item() * len(yb)",
      right,
      "        count += len(yb)",
      end,
    ])
  }

  private var loop: String {
    let width = "\(train.epochs)".count
    let (loss, value) = classifies ? ("loss, accuracy", "val_loss, val_accuracy") : ("loss", "val_loss")
    return code([
      train.earlyStopping.map { "best, waited = \(falls($0.watched) ? "" : "-")float(\"inf\"), 0" },
      "for epoch in range(1, \(train.epochs + 1)):",
      "    lr = optimizer.param_groups[0][\"lr\"]",
      "    \(loss) = train_epoch()",
      "    \(value) = evaluate()",
      steps && schedule.cadence == .epoch ? "    scheduler.step(\(watched))" : nil,
      line(width),
      train.earlyStopping.map(stopping),
    ])
  }

  /// The line that an epoch prints.
  private func line(_ width: Int) -> String {
    guard classifies else {
      return #"    print(f"epoch {epoch:\#(width)}  lr {lr:.6f}  loss {loss:.4f}  val_loss {val_loss:.4f}")"#
    }
    return """
          print(
              f"epoch {epoch:\(width)}  lr {lr:.6f}  loss {loss:.4f}  accuracy {accuracy:.4f}"
              f"  val_loss {val_loss:.4f}  val_accuracy {val_accuracy:.4f}"
          )
      """
  }

  /// What a plateau watches.
  private var watched: String {
    guard let row = schedule.scheduler?.row, Catalog.schedulers[row].watchesMetric else { return "" }
    return schedule.watched.name.description
  }

  private func falls(_ watched: Pipeline.Watched) -> Bool { watched == .loss || watched == .valLoss }

  private func stopping(_ settings: Pipeline.EarlyStopping) -> String {
    let (name, falls) = (settings.watched.name.description, falls(settings.watched))
    let margin = settings.minDelta == 0 ? "" : " \(falls ? "-" : "+") \(settings.minDelta)"
    return """
          if \(name) \(falls ? "<" : ">") best\(margin):
              best, waited = \(name), 0
          else:
              waited += 1
          if waited > \(settings.patience):
              break
      """
  }
}
