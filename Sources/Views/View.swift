/// A way of looking at one run: a lesson and its trace go in, a document comes out.
public struct View: Sendable {
  /// Its name in links and commands, such as `visual`.
  public let name: String
  /// Its title in the navigation, such as `Visual`.
  public let title: String
  private let blocks: @Sendable (Exhibit) -> [Block]

  /// The view `name`, made of the blocks that `blocks` gives.
  init(_ name: String, title: String, blocks: @escaping @Sendable (Exhibit) -> [Block]) {
    self.name = name
    self.title = title
    self.blocks = blocks
  }

  /// Every view there is, in the order in which a page lists them.
  public static let all: [View] = [
    .learn, .why, .deep, .visual, .tryIt, .challenge, .project, .recall, .perf,
  ]

  /// The view of `exhibit`.
  public func document(_ exhibit: Exhibit) -> Document {
    Document(name: name, title: title, blocks: blocks(exhibit)).withUniqueAnchors()
      .pointing(atEpoch: exhibit.epoch)
  }
}

extension Page {
  /// The page of a lesson, with every view of it.
  public init(_ exhibit: Exhibit) {
    self.init(
      cover: exhibit.cover, documents: View.all.parallelMap { $0.document(exhibit) }, rerun: Rerun(exhibit))
  }
}
