import Foundation
import Testing

/// What a page of a shipped lesson weighs, part by part, without the engine.
struct PageBudgetTests {
  private static let lessons = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "lessons")

  @Test(arguments: [("cosine-annealing-lr", 4_500, 44_000), ("cnn-on-digits", 4_500, 58_000)])
  func `Learn and Visual keep to their share of a page`(name: String, learn: Int, visual: Int) throws {
    let folder = try Folder()
    let lesson = Self.lessons.appending(path: name + ".md").path()
    #expect(try Command("build", lesson, "--output", "site", in: folder.url).status == 0)
    let page = try #require(folder.text("site/\(name).html"))
    #expect(try Self.size(of: #/ id=learn[\s\S]*?</section>\n/#, in: page) <= learn)
    #expect(try Self.size(of: #/ id=visual[\s\S]*?</section>\n(?=<section|</main>)/#, in: page) <= visual)
    #expect(try Self.size(of: #/<style>[^<]*</style>/#, in: page) <= 20_000)
  }

  private static func size(of part: Regex<Substring>, in page: String) throws -> Int {
    try #require(page.firstMatch(of: part)).output.utf8.count
  }
}
