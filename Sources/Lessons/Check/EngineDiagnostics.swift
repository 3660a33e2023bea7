import Engine

extension Lesson {
  /// The diagnostic of an error that stopped the lesson's run, at the part of the lesson that it is about.
  public func diagnostic(for error: EngineError) -> Diagnostic {
    let place = places.component(at: error.place)
    let whole = places.range(at: error.place)
    func make(
      _ code: Diagnostic.Code, _ message: String, at range: SourceRange? = nil, notes: [String] = [],
      helps: [String] = []
    ) -> Diagnostic {
      Diagnostic(code, message, at: range ?? whole, in: source, notes: notes, helps: helps)
    }
    switch error.reason {
    case .shapeMismatch(let component, let expected, let found):
      return make(
        .shapes, "\(component) takes the shape \(expected.text), and is given \(found.text)",
        at: place?.find("\(component)")?.range)
    case .rankMismatch(let component, let expected, let found):
      return make(
        .shapes, "\(component) takes \(expected), and is given the shape \(found.text)",
        at: place?.find("\(component)")?.range)
    case .sizeMismatch(let component, let parameter, let stated, let found):
      return make(
        .shapes, "\(parameter) of \(component) is \(stated), and what comes in has \(found)",
        at: place?.range(of: "\(parameter)", in: "\(component)"),
        helps: ["write \(parameter): \(found), or leave it out"])
    case .invalidArgument(let component, let parameter, let requirement):
      return make(
        .invalidArgument, "\(parameter) of \(component): \(requirement)",
        at: place?.range(of: "\(parameter)", in: "\(component)"))
    case .diverged(let epoch, let step, let lr):
      return make(
        .diverged,
        "training diverged: loss or gradient is no finite number in epoch \(epoch), at step \(step)",
        at: places.optimizer.range(of: "lr", in: places.optimizer.name),
        notes: ["the learning rate of that step is \(Numeral.text(lr))"], helps: remedies(lr))
    case .tooLarge(let what, let needed, let limit):
      return make(
        .tooLarge,
        "the run would take \(Numeral.grouped(needed)) \(Self.quantity("\(what)")), and may take "
          + Numeral.grouped(limit), at: ["work", "steps"].contains("\(what)") ? places.epochs : nil)
    case .tooFewRows(let component, let needed, let found):
      return tooFewRows("\(component)", needed, found, at: whole)
    case .missingTable: return make(.conflict, "the data of this dataset was not read")
    case .conflict(let text): return make(.conflict, "\(text)")
    }
  }

  private func tooFewRows(_ component: String, _ needed: Int, _ found: Int, at range: SourceRange?)
    -> Diagnostic
  {
    let message: String
    var range = range
    switch component {
    case "batch_size":
      range = places.batchSize
      message =
        "batch_size is \(needed), and there \(Self.are(found)) training \(found == 1 ? "sample" : "samples")"
    case "predict":
      message =
        "there is no validation sample \(needed - 1): "
        + (found == 1 ? "the only one is number 0" : "they are numbered 0 to \(found - 1)")
    default:
      message =
        "\(component) needs \(needed) \(needed == 1 ? "sample" : "samples"), and there \(Self.are(found))"
    }
    return Diagnostic(.tooFewRows, message, at: range, in: source)
  }

  private static func are(_ count: Int) -> String { "\(count == 1 ? "is" : "are") \(count)" }

  /// What to try against divergence.
  private func remedies(_ lr: Double) -> [String] {
    var helps =
      lr > 0 ? ["try a smaller learning rate, such as lr: \(Numeral.text(lr > 1 ? 0.1 : lr / 10))"] : []
    if pipeline.preprocess.count < 2 {
      helps.append("scale the features: add - StandardScaler to preprocess")
    }
    if pipeline.train.clipGradNorm == nil {
      helps.append("bound the gradient: add clip_grad_norm_: 1 to train")
    }
    return helps
  }

  private static func quantity(_ what: String) -> String {
    switch what {
    case "data": "numbers of data"
    case "parameters": "trainable numbers"
    case "arena": "numbers of memory for a batch"
    case "work": "multiplications"
    case "steps": "optimizer steps"
    default: what
    }
  }
}

extension PipelinePlaces {
  /// The component that `place` means.
  func component(at place: EngineError.Place?) -> ComponentPlace? {
    switch place {
    case .load: load
    case .preprocess(let index): preprocess.indices.contains(index) ? preprocess[index] : nil
    case .layer(let index): layers.indices.contains(index) ? layers[index] : nil
    case .loss: loss
    case .optimizer: optimizer
    case .schedule: schedule
    case .metric(let index): metrics.indices.contains(index) ? metrics[index] : nil
    case .crossValidation: crossValidation
    case .training, .predict, nil: nil
    }
  }

  /// Where `place` is written; nil when it is nowhere, as a split that the lesson left out.
  func range(at place: EngineError.Place?) -> SourceRange? {
    switch place {
    case .training: training
    case .predict(let index): predict.indices.contains(index) ? predict[index] : nil
    default: component(at: place)?.range
    }
  }
}

extension ComponentPlace {
  /// Where `parameter` of the component called `name`, this or one within it, is set,
  /// or else the component's name.
  func range(of parameter: String, in name: String) -> SourceRange? {
    guard let place = find(name) else { return nil }
    let info = Category.allCases.lazy.flatMap(\.entries).first { $0.name.description == name }
    return info?.row(of: parameter).flatMap { place.arguments[$0] } ?? place.range
  }
}

extension Shape {
  /// The sizes with × between them.
  var text: String { sizes.map(String.init).joined(separator: " × ") }
}

extension Numeral {
  /// A whole number with its digits in threes.
  static func grouped(_ value: Double) -> String {
    guard value.magnitude < 1e18 else { return "\(value)" }
    let digits = Array(String(Int(value.rounded())))
    return digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
