extension Trainer {
  /// What the trained model says of every validation row.
  func evaluate() -> Outcome {
    let classes = preparation.train.classes
    let width = network.output.shape.count
    var predictions: [Double] = []
    var probabilities: [Double] = []
    let result = validate { _, rows in
      for row in 0..<rows {
        let output = network.read(network.output, row: row)
        if classes > 0 {
          let data = network.workspace.data(network.output) + row * width
          predictions.append(Double(loss.link.decide(data, width: width)))
          probabilities += loss.link.probabilities(output)
        } else {
          predictions += output
        }
      }
    }
    return Outcome(
      rows: validation.rows, classes: classes, targets: preparation.validation.targets,
      predictions: predictions, probabilities: probabilities, loss: result.loss)
  }

  /// What the metrics of the evaluate stage find.
  func measurements(_ outcome: Outcome) throws(EngineError) -> [Measurement] {
    var found: [Measurement] = []
    for (place, metric) in pipeline.evaluate.metrics.enumerated() {
      do throws(EngineError) {
        let task = Catalog.metrics[metric.row].task
        if task == .classification && outcome.classes == 0 {
          throw EngineError(.conflict("this metric needs classes, and the target is a value"))
        }
        if task == .regression && outcome.classes > 0 {
          throw EngineError(.conflict("this metric needs a value as target, and the data has classes"))
        }
        found.append(try outcome.measure(metric))
      } catch { throw error.at(.metric(place)) }
    }
    return found
  }

  /// The chosen validation rows, followed through the layers.
  func predictions(_ outcome: Outcome) throws(EngineError) -> [Prediction] {
    var found: [Prediction] = []
    for (place, choice) in pipeline.evaluate.predict.enumerated() {
      do throws(EngineError) {
        found.append(try predict(choice, row: try outcome.row(choice)))
      } catch { throw error.at(.predict(place)) }
    }
    return found
  }

  /// Validation `rows`, followed through the model as it is now;
  /// the run goes on as if this had not been asked.
  func predictions(of rows: [Int]) throws(EngineError) -> [Prediction] {
    updater.exchangeAverage(network.workspace)
    defer { updater.exchangeAverage(network.workspace) }
    var found: [Prediction] = []
    for (place, row) in rows.enumerated() {
      guard 0..<validation.rows ~= row else {
        throw EngineError(.conflict("the validation part does not have that row"), at: .predict(place))
      }
      found.append(try predict(.row(row), row: row))
    }
    return found
  }
}

extension Outcome {
  /// The validation row that `choice` means.
  func row(_ choice: Pipeline.Evaluate.Choice) throws(EngineError) -> Int {
    if case .row(let row) = choice {
      guard row < rows else {
        throw EngineError(.tooFewRows(component: "predict", needed: row + 1, found: rows))
      }
      return row
    }
    guard classes > 0 else {
      throw EngineError(.conflict("a choice by confidence needs classes, and the target is a value"))
    }
    let width = probabilities.count / rows
    let confidence = (0..<rows).map { probabilities[$0 * width + Int(predictions[$0])] }
    let wrong = (0..<rows).filter { predictions[$0] != targets[$0] }
    switch choice {
    case .leastConfident: return (0..<rows).reduce(0) { confidence[$1] < confidence[$0] ? $1 : $0 }
    case .misclassified:
      guard let first = wrong.first else {
        throw EngineError(.conflict("the model classifies every validation row right; there is none to show"))
      }
      return wrong.reduce(first) { confidence[$1] > confidence[$0] ? $1 : $0 }
    default: return (0..<rows).reduce(0) { confidence[$1] > confidence[$0] ? $1 : $0 }
    }
  }
}
