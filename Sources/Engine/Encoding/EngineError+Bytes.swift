extension EngineError: ByteEncodable {
  /// A byte for the reason, from 0 in the order of the cases; its names; its numbers;
  /// the place where there is one.
  public func encode(to writer: inout ByteWriter) {
    let form = reason.form
    writer.write(form.tag, UInt32(form.names.count))
    for name in form.names { writer.write(name) }
    writer.write(form.numbers, place)
  }
}

extension EngineError.Reason {
  fileprivate var form: (tag: UInt8, names: [StaticString], numbers: [Double]) {
    switch self {
    case .shapeMismatch(let component, let expected, let found):
      (0, [component], (expected.sizes + [-1] + found.sizes).map { Double($0) })
    case .sizeMismatch(let component, let parameter, let stated, let found):
      (1, [component, parameter], [Double(stated), Double(found)])
    case .rankMismatch(let component, let expected, let found):
      (2, [component, expected], found.sizes.map { Double($0) })
    case .invalidArgument(let component, let parameter, let requirement):
      (3, [component, parameter, requirement], [])
    case .diverged(let epoch, let step, let lr): (4, [], [Double(epoch), Double(step), lr])
    case .tooLarge(let what, let needed, let limit): (5, [what], [needed, limit])
    case .tooFewRows(let component, let needed, let found): (6, [component], [Double(needed), Double(found)])
    case .missingTable: (7, [], [])
    case .conflict(let text): (8, [text], [])
    }
  }
}

extension EngineError.Place: ByteEncodable {
  /// A byte for the part, from 0 in the order of the cases, then the place in its list or 0.
  public func encode(to writer: inout ByteWriter) {
    let (tag, index): (UInt8, Int) =
      switch self {
      case .load: (0, 0)
      case .preprocess(let index): (1, index)
      case .layer(let index): (2, index)
      case .loss: (3, 0)
      case .optimizer: (4, 0)
      case .training: (5, 0)
      case .schedule: (6, 0)
      case .metric(let index): (7, index)
      case .predict(let index): (8, index)
      case .crossValidation: (9, 0)
      }
    writer.write(tag, index)
  }
}
