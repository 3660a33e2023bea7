import ArgumentParser
import Engine
import Lessons
import Resources

/// Reads, runs and checks a lesson: the one way that every command goes.
struct LessonRunner {
  /// Where the lesson is, as the command line names it.
  let path: String

  /// What came of a lesson.
  struct Outcome: Sendable {
    var path: String
    /// The lesson put to its run; nil where something is wrong with it.
    var checked: Checked?
    /// Everything that is wrong with it, in the order of the file.
    var diagnostics: [Diagnostic]
  }

  /// Runs the lesson and checks it against its run.
  func run() -> Outcome {
    do throws(FileSystem.Failure) {
      let (lesson, mistakes) = Lesson.parse(try FileSystem.read(path, limit: Lesson.longest), file: path)
      guard let lesson else { return failed(mistakes) }
      let (table, missing) = table(of: lesson)
      guard missing.isEmpty else { return failed(mistakes + missing) }
      return run(lesson, table, after: mistakes)
    } catch {
      return failed([Diagnostic(error)])
    }
  }

  /// The lesson put to its run; where something is wrong with it, that is shown and the command ends.
  func require() throws -> Checked {
    let outcome = run()
    if let checked = outcome.checked { return checked }
    Output.show(outcome.diagnostics)
    throw ExitCode.failure
  }

  private func run(_ lesson: Lesson, _ table: Table?, after mistakes: [Diagnostic]) -> Outcome {
    do throws(EngineError) {
      let (checked, found) = lesson.check(try lesson.pipeline.run(table: table))
      return mistakes.isEmpty && found.isEmpty
        ? Outcome(path: path, checked: checked, diagnostics: []) : failed(mistakes + found)
    } catch {
      return failed(mistakes + [lesson.diagnostic(for: error)])
    }
  }

  private func failed(_ diagnostics: [Diagnostic]) -> Outcome {
    Outcome(path: path, checked: nil, diagnostics: diagnostics)
  }

  /// The samples that the lesson reads from a file; nil where it draws them.
  private func table(of lesson: Lesson) -> (table: Table?, diagnostics: [Diagnostic]) {
    switch lesson.dataFile {
    case nil: return (nil, [])
    case .bundled(let name): return lesson.table(Assets.bytes("datasets/\(name)") ?? [])
    case .author(let file):
      let range = lesson.places.load.range
      do throws(FileSystem.Failure) {
        let bytes = try FileSystem.read(file, inside: folder, limit: Self.largestData)
        if let bytes { return lesson.table(bytes) }
        let message = "\(file) leads out of the lesson's folder"
        return (nil, [Diagnostic(.forbiddenPath, message, at: range, in: lesson.source)])
      } catch {
        let message = "\(file) cannot be read: \(error.reason)"
        return (nil, [Diagnostic(.unreadableFile, message, at: range, in: lesson.source)])
      }
    }
  }

  /// The folder that the lesson is in.
  private var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./" }

  /// Data is not read past this, in bytes.
  private static let largestData = 256 << 20
}

extension Diagnostic {
  /// A file that cannot be read.
  init(_ failure: FileSystem.Failure) {
    self.init(.unreadableFile, "the file cannot be read: \(failure.reason)", file: failure.path)
  }
}
