import Foundation
import Testing

struct ReferenceTests {
  @Test func `every category is listed with its components and what they do`() throws {
    let result = try Command("reference")
    #expect(result.status == 0)
    for title in [
      "Datasets", "Transforms", "Layers", "Losses", "Optimizers", "Schedulers", "Metrics", "Initializers",
    ] {
      #expect(result.output.contains(title), "\(title)")
    }
    for name in ["make_moons", "StandardScaler", "Conv2d", "AdamW", "StepLR", "f1", "kaiming_normal_"] {
      #expect(result.output.contains(" \(name) "), "\(name)")
    }
  }

  @Test func `a scheduler is explained with formula, parameters, curve, source and a line to paste`() throws {
    let output = try Command("reference", "CosineAnnealingLR").output
    for part in [
      "ηₜ = η_min + ½(η₀ − η_min)", "T_max       integer ≥ 1   required", "eta_min", "real ≥ 0",
      "Learning rate",
      "    CosineAnnealingLR: { T_max: 20 }\n", "Loshchilov and Hutter", "⠉",
    ] {
      #expect(output.contains(part), "\(part)\n\(output)")
    }
  }

  @Test func `a curve that does not begin with the optimizer's rate is not said to`() throws {
    let words = try Command("reference", "CyclicLR").output.split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ").contains("step_size_up: 10 } where the optimizer's rate is 0.1."))
  }

  @Test func `an activation is drawn`() throws {
    let output = try Command("reference", "ReLU").output
    #expect(output.contains("y(−4) = 0, y(0) = 0, y(4) = 4."))
    #expect(output.contains("    - ReLU\n"))
  }

  @Test(arguments: [
    ("CosineAnealingLR", "did you mean CosineAnnealingLR?"), ("relu", "did you mean ReLU?"),
    ("standard", "did you mean StandardScaler?"),
    ("qqqqqq", "glassbox reference lists them all"),
  ]) func `an unknown name is answered with the nearest`(name: String, help: String) throws {
    let result = try Command("reference", name)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors == "error: there is no component '\(name)'\n  = help: \(help)\n")
  }

  @Test func `lines are as wide as asked, and ASCII where asked`() throws {
    for arguments in [["reference"], ["reference", "OneCycleLR"], ["reference", "GELU"]] {
      let output = try Command(arguments: arguments + ["--ascii", "--width", "60"]).output
      #expect(output.utf8.allSatisfy { (0x20..<0x7f).contains($0) || $0 == 0x0a })
      #expect(output.split(separator: "\n").allSatisfy { $0.count <= 60 })
    }
  }

  @Test func `the reference that ships is the one that the catalog makes`() throws {
    let page = Repository.root.appending(path: "docs/reference.md")
    let made = try Command("reference", "--format", "markdown")
    #expect(made.status == 0)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try made.output.write(to: page, atomically: true, encoding: .utf8)
    }
    let isSame = try String(contentsOf: page, encoding: .utf8) == made.output
    #expect(isSame, "run: .build/release/glassbox reference --format markdown > docs/reference.md")
  }
}

/// The folder that holds the package.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
