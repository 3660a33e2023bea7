import Engine

extension Component: JSONConvertible {
  /// The name and the arguments by theirs.
  var json: JSON {
    let info = info
    let named = zip(info.parameters, arguments).map {
      (key: $0.name.description, value: $1.json(for: $0))
    }
    var members: [(key: String, value: JSON)] = [("name", info.name.json), ("arguments", .object(named))]
    if !initializers.isEmpty { members.append(("init", initializers.json)) }
    return .object(members)
  }
}

extension Initialization: JSONConvertible {
  var json: JSON { .object(["parameter": parameter, "initializer": component]) }
}

extension Argument {
  /// The argument of `parameter`: choices by their words, formulas as they are written.
  fileprivate func json(for parameter: Parameter) -> JSON {
    switch self {
    case .none: return .null
    case .flag(let value): return value.json
    case .integer(let value): return value.json
    case .real(let value): return value.json
    case .choice(let row): return parameter.word(row)?.json ?? row.json
    case .integers(let values): return values.json
    case .reals(let values): return values.json
    case .components(let values): return values.json
    case .formula(let formula): return formula.text.json
    case .text(let text): return text.json
    }
  }
}

extension Shape: JSONConvertible {
  var json: JSON { sizes.json }
}

extension Statistics: JSONConvertible {
  /// Under the names that lessons use.
  var json: JSON {
    .object([
      "mean": mean, "std": deviation, "min": minimum, "max": maximum, "zeros": zeros, "histogram": histogram,
    ])
  }
}

extension Sample: JSONConvertible {
  var json: JSON {
    let width = rows.isEmpty ? 0 : targets.count / rows.count
    return .object([
      "rows": rows, "features": .tensor(features, [rows.count, columns]) as JSON,
      "targets": .tensor(targets, width == 1 ? [rows.count] : [rows.count, width]) as JSON,
    ])
  }
}
