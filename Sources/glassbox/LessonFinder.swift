import Lessons

/// Finds the lessons that the paths of a command line mean.
enum LessonFinder {
  /// The lessons at `paths`, in order: a file as it is named, a folder's lessons by name, each file once.
  ///
  /// In folders, and the folders in them, a lesson is a Markdown file that begins with front matter;
  /// a README or another page is none. Names that begin with a dot are passed over.
  static func lessons(at paths: [String]) -> (files: [String], failures: [FileSystem.Failure]) {
    var files: [String] = []
    var failures: [FileSystem.Failure] = []
    var seen: Set<String> = []
    for path in paths {
      do throws(FileSystem.Failure) {
        let found = FileSystem.kind(path) == .folder ? try lessons(in: path, depth: 0) : [path]
        if found.isEmpty {
          throw FileSystem.Failure(path: path, reason: "there is no lesson in this folder")
        }
        files += found.filter { seen.insert(FileSystem.resolved($0) ?? $0).inserted }
      } catch {
        failures.append(error)
      }
    }
    return (files, failures)
  }

  /// Folders nested deeper hold no lessons; a link in a circle ends here too.
  private static let deepest = 8

  private static func lessons(in folder: String, depth: Int) throws(FileSystem.Failure) -> [String] {
    var found: [String] = []
    for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
      let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch FileSystem.kind(path) {
      case .folder where depth < deepest: found += try lessons(in: path, depth: depth + 1)
      case .file where name.hasSuffix(".md") && beginsWithFrontMatter(path): found.append(path)
      default: break
      }
    }
    return found
  }

  private static func beginsWithFrontMatter(_ path: String) -> Bool {
    // What cannot be read is a lesson too, so that its error is seen.
    guard let bytes = try? FileSystem.read(path, limit: 8) else { return true }
    let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    return text.starts(with: "---\n".utf8) || text.starts(with: "---\r\n".utf8)
  }
}
