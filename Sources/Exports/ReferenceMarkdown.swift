import Engine
import Lessons

/// The catalog as the Markdown page that the documentation ships.
public enum ReferenceMarkdown {
  /// Every component by category: summary, formula, parameters, a line to paste, source.
  public static var text: String {
    let contents = Category.allCases.map { category in
      let names = category.entries.map { "[\($0.name)](#\("\($0.name)".lowercased()))" }
      return "- [\(category.title)](#\(category.title.lowercased())): \(names.joined(separator: ", "))"
    }
    let sections = Category.allCases.map { category in
      """
      ## \(category.title)

      Named in the settings of the stage \(category.stage.rawValue), a block ` ```yaml \(category.stage.rawValue) `.


      """ + category.entries.map { entry($0, category) }.joined(separator: "\n")
    }
    return """
      # Reference

      Every component that a lesson may name, with PyTorch's and scikit-learn's names and defaults.
      `glassbox reference` lists them in the terminal, `glassbox reference NAME` adds a drawn curve.
      <!-- Made by `glassbox reference --format markdown`: change the catalog, not this page. -->

      \(contents.joined(separator: "\n"))

      \(sections.joined(separator: "\n"))
      """
  }

  /// The part of `info`, a row of `category`.
  static func entry(_ info: Info, _ category: Category) -> String {
    let formula = info.formula.utf8CodeUnitCount == 0 ? "" : "$$\(info.formula)$$\n\n"
    return """
      ### \(info.name)

      \(escaped("\(info.summary)"))

      \(formula)\(table(info.parameters))```yaml
      \(info.line(in: category))
      ```

      Source: \(escaped("\(info.source)"))

      """
  }

  private static func table(_ parameters: [Parameter]) -> String {
    guard !parameters.isEmpty else { return "" }
    let rows = parameters.map { parameter in
      let standard = parameter.writtenDefault.map { "`\($0)`" } ?? "required"
      let (takes, help) = (escaped(parameter.takes), escaped("\(parameter.help)"))
      return "| `\(parameter.name)` | \(takes) | \(standard) | \(help) |\n"
    }
    return "| parameter | takes | default | what it is |\n| --- | --- | --- | --- |\n\(rows.joined())\n"
  }

  /// `text` with what Markdown would take for its own marked as plain.
  private static func escaped(_ text: String) -> String {
    text.map { "|<*\\`[".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
