import Engine
import Lessons

/// What there is to know of one component of the catalog.
public struct ReferenceEntry {
  private let category: Category
  private let info: Info

  /// The entry of `info`, a row of `category`.
  public init(_ category: Category, _ info: Info) {
    self.category = category
    self.info = info
  }

  /// Summary, formula, parameters, curve, a line to paste, and source.
  public var blocks: [Block] {
    let stage = category.stage.rawValue
    let key = category == .layer || category == .initializer ? ", under model:" : ":"
    let title: [Block] = [
      .heading(level: 2, text: [.text("\(info.name)")], anchor: "reference-\(info.name)"),
      .paragraph([.text("\(info.summary)")]),
    ]
    let use: [Block] = [
      .paragraph([.text("In a lesson, in the settings of its stage "), .strong([.text(stage)]), .text(key)]),
      .code(language: "yaml", text: info.line(in: category)),
      .paragraph([.text("Source: \(info.source)")]),
    ]
    return title + formula + parameters + chart + use
  }

  private var formula: [Block] {
    info.formula.utf8CodeUnitCount == 0 ? [] : [.formula("\(info.formula)")]
  }

  private var parameters: [Block] {
    guard !info.parameters.isEmpty else { return [] }
    let titles = ["Parameter", "Takes", "Default", "What it is"]
    return [
      .table(
        Table(
          columns: titles.map { .init([.text($0)]) },
          rows: info.parameters.map { parameter in
            let standard = parameter.writtenDefault ?? "required"
            let cells = ["\(parameter.name)", parameter.takes, standard, "\(parameter.help)"]
            return .init(cells.map { [.text($0)] })
          },
          hue: category.stage.hue))
    ]
  }

  /// What the component does, drawn with the arguments of its example; empty where there is no curve.
  private var chart: [Block] {
    guard let component = Component.read(info.written, category).component else { return [] }
    return [Chart(schedule: component) ?? Chart(activation: component)].compactMap { $0.map(Block.chart) }
  }
}
