import Lessons
import Views

/// A folder of pages.
struct Site {
  let folder: String

  /// The path of the file `name` in it.
  func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : folder + "/" + name }

  /// What names the page of the lesson `path`: the file's name without its ending.
  static func slug(_ path: String) -> String {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// Writes the pages that were built; answers with those that cannot be.
  func write(_ built: [BuildCommand.Built]) -> [Diagnostic] {
    built.flatMap { page in page.html.map { write(page.slug + ".html", $0) } ?? [] }
  }

  /// Writes one file, whole or not at all.
  func write(_ name: String, _ text: String) -> [Diagnostic] {
    do throws(FileSystem.Failure) {
      try FileSystem.replace(path(name), with: Array(text.utf8))
      return []
    } catch {
      return [Diagnostic(.unwritableFile, "the file cannot be written: \(error.reason)", file: error.path)]
    }
  }

  /// The cover of the page that an earlier build left for the lesson `slug`; nil without one.
  func earlierCover(_ slug: String) -> Cover? {
    guard let bytes = try? FileSystem.read(path(slug + ".html"), limit: Lesson.longest) else { return nil }
    return EarlierPage.cover(String(decoding: bytes, as: UTF8.self), slug: slug)
  }
}
