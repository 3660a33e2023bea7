import Engine

extension TraceJSON {
  /// A traced sample, under the names that lessons use.
  static func prediction(_ prediction: Prediction, _ trace: Trace) -> JSON {
    let classifies = trace.load.classes > 0
    let name = prediction.answer.first.flatMap { answer in
      classifies ? label(Int(answer), trace.load.classNames) : nil
    }
    return .object([
      "choice": prediction.choice, "row": prediction.row, "loadedRow": prediction.loadedRow,
      "class": classifies ? prediction.answer.first.map { Int($0) } : nil, "label": name,
      "answer": prediction.answer, "target": prediction.target, "correct": prediction.correct,
      "probability": prediction.probability,
      "probabilities": classifies ? prediction.probabilities : nil, "steps": prediction.steps,
    ])
  }

  private static func label(_ number: Int, _ names: [String]) -> String {
    number < names.count ? names[number] : String(number)
  }
}

extension Pipeline.Evaluate.Choice: JSONConvertible {
  var json: JSON {
    switch self {
    case .row(let row): row.json
    case .mostConfident: "most_confident".json
    case .leastConfident: "least_confident".json
    case .misclassified: "misclassified".json
    }
  }
}

extension PredictionStep: JSONConvertible {
  var json: JSON {
    let kind =
      switch kind {
      case .input: "input"
      case .layer: "layer"
      case .answer: "answer"
      }
    return .object([
      "kind": kind, "layers": Array(layers), "shape": shape, "values": values,
      "preactivations": preactivations.isEmpty ? nil : preactivations, "statistics": statistics,
      "units": units,
    ])
  }
}

extension Unit: JSONConvertible {
  var json: JSON {
    .object([
      "index": index, "sum": sum, "bias": bias, "rest": rest, "restCount": restCount, "terms": terms,
      "gates": gates.isEmpty ? nil : gates, "states": states.isEmpty ? nil : states,
    ])
  }
}

extension Unit.Gate: JSONConvertible {
  var json: JSON { .object(["input": input, "state": state, "value": value]) }
}

extension Unit.Term: JSONConvertible {
  var json: JSON { .object(["input": input, "x": x, "weight": weight, "product": product]) }
}
