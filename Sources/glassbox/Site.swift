import Lessons
import Rendering
import Views

/// A folder of pages.
struct Site {
  let folder: String
  /// The lessons of an earlier build whose pages are still there, in their order.
  let earlier: [Course.Entry]

  /// The site in `folder`, with what an earlier build left.
  init(folder: String) {
    let path = { (name: String) in Self.path(name, in: folder) }
    let index = try? FileSystem.read(path("index.html"), limit: Self.largestIndex)
    let entries = index.map { Course.lessons(ofIndex: String(decoding: $0, as: UTF8.self)) } ?? []
    self.folder = folder
    earlier = entries.filter { FileSystem.kind(path($0.slug + ".html")) == .file }
  }

  private static let largestIndex = 1 << 28

  /// The path of the file `name` in it.
  func path(_ name: String) -> String { Self.path(name, in: folder) }

  private static func path(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The lesson `slug` as an earlier build left it; nil without one.
  func earlier(_ slug: String) -> Course.Entry? { earlier.first { $0.slug == slug } }

  /// Writes one file, whole or not at all.
  func write(_ name: String, _ text: String) -> [Diagnostic] {
    do throws(FileSystem.Failure) {
      try FileSystem.replace(path(name), with: Array(text.utf8))
      return []
    } catch {
      return [Diagnostic(.unwritableFile, "the file cannot be written: \(error.reason)", file: error.path)]
    }
  }
}
