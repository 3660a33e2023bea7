import Engine
import Testing

@testable import Lessons

struct PasteLineTests {
  /// What each category's line stands in for in the small lesson.
  private static let places: [Category: String] = [
    .dataset: "make_moons: { n_samples: 60, noise: 0.1 }", .transform: "- StandardScaler", .layer: "- ReLU",
    .loss: "loss: CrossEntropyLoss", .optimizer: "optimizer:\n  SGD: { lr: 0.1, momentum: 0.9 }",
    .scheduler: "CosineAnnealingLR: { T_max: 3 }", .metric: "metrics: [accuracy, confusion_matrix]",
    .splitter: "predict: 0", .initializer: "- Linear: { out_features: 8 }",
  ]

  @Test(arguments: Category.allCases)
  func `the line that the reference gives for a component can be pasted into a lesson`(category: Category)
    throws
  {
    let place = try #require(Self.places[category])
    for info in category.entries {
      let mistakes = Small.diagnostics([(place, info.line(in: category))])
      #expect(
        mistakes.isEmpty, "\(info.name): give its Info an example of what it requires\n\(mistakes.text)")
    }
  }

  @Test(arguments: Category.allCases) func `every component has a summary and a source`(category: Category) {
    for info in category.entries {
      #expect("\(info.summary)".hasSuffix("."), "\(info.name)")
      #expect(!"\(info.source)".isEmpty, "\(info.name)")
      for parameter in info.parameters {
        #expect(!"\(parameter.help)".isEmpty, "\(info.name): \(parameter.name)")
      }
    }
  }

  @Test func `a component can be read by itself`() {
    let (component, mistakes) = Component.read("StepLR: { step_size: 10 }", .scheduler)
    #expect(mistakes.isEmpty)
    #expect(component?.arguments == [.integer(10), .real(0.1)])
    #expect(Component.read("StepLR: { step: 10 }", .scheduler).diagnostics.codes == [.unknownParameter])
  }

  @Test(
    arguments: [
      ("CosineAnnealingLR", "T_max", "integer ≥ 1", nil), ("CosineAnnealingLR", "eta_min", "real ≥ 0", "0"),
      ("Adam", "betas", "2 reals in [0, 1)", "[0.9, 0.999]"), ("GELU", "approximate", "none or tanh", "none"),
      ("Conv2d", "padding", "1 or 2 integers from 0 to 16384, valid or same", "0"),
      ("Softmax", "dim", "integer from −8 to 8 or None", "None"),
      ("Residual", "layers", "list of layers", nil),
      ("LambdaLR", "lr_lambda", "expression of epoch", nil), ("Linear", "bias", "true or false", "true"),
    ] as [(String, String, String, String?)])
  func `a parameter says what it takes`(component: String, name: String, takes: String, standard: String?)
    throws
  {
    let info = try #require(Category.allCases.flatMap(\.entries).first { "\($0.name)" == component })
    let parameter = try #require(info.parameters.first { "\($0.name)" == name })
    #expect(parameter.takes == takes)
    #expect(parameter.writtenDefault == standard)
  }

  @Test func `a word stands in place of numbers where the catalog says so`() throws {
    let (component, mistakes) = Component.read(
      "Conv2d: { out_channels: 2, kernel_size: 3, padding: same }", .layer)
    #expect(mistakes.isEmpty)
    #expect(component?.arguments[4] == .choice(1))
    #expect(component?.isValid == true)
  }
}
