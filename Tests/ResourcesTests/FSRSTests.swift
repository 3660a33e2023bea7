import Foundation
import Testing

@Suite struct `Scheduling of cards` {
  @Test func `3424 reviews are those of the package fsrs`() throws {
    let reviews = try Node.output(of: python, ["Tests/ResourcesTests/reviews.py"])
    let said = try Node.output(
      ["Tests/ResourcesTests/review.mjs", "Resources/page/script/fsrs.js"], input: reviews)
    #expect(String(decoding: said, as: UTF8.self) == "3424 reviews\n")
  }

  /// The environment that `make test` sets up.
  private var python: URL {
    URL(
      filePath: ProcessInfo.processInfo.environment["GLASSBOX_PYTHON"]
        ?? Node.root.appending(path: ".venv/bin/python").path())
  }
}
