import ArgumentParser
import Engine
import Exports
import Lessons
import Resources
import Views

/// Reads, runs and checks a lesson: the one way that every command goes.
struct LessonRunner {
  /// Where the lesson is, as the command line names it.
  let path: String
  /// What is set otherwise than in the lesson, as `schedule.T_max=5`; claims then are not checked.
  var settings: [String] = []
  /// Whether the same seed is run without its schedule too, for the views that compare the two.
  var isCompared = false

  /// What came of a lesson.
  struct Outcome: Sendable {
    var path: String
    /// The lesson as it was read; nil where its stages set no pipeline.
    var lesson: Lesson?
    /// The lesson put to its run; nil where something is wrong with it.
    var checked: Checked?
    /// The data that the lesson reads from files; nil where it reads none.
    var table: Engine.Table?
    /// The lesson's own run, where settings were changed.
    var original: Trace?
    /// What came of the same seed without the schedule; nil where it has none, or that is not compared.
    var unscheduled: Result<Trace, EngineError>?
    /// Everything that is wrong with it, in the order of the file.
    var diagnostics: [Diagnostic]
  }

  /// Runs the lesson and checks it against its run.
  func run() -> Outcome {
    do throws(FileSystem.Failure) {
      let (lesson, mistakes) = Lesson.parse(try FileSystem.read(path, limit: Lesson.longest), file: path)
      guard let lesson else { return failed(mistakes) }
      let (table, missing) = table(of: lesson)
      guard missing.isEmpty else { return failed(mistakes + missing, lesson) }
      return settings.isEmpty ? run(lesson, table, after: mistakes) : rerun(lesson, table, after: mistakes)
    } catch {
      return failed([Diagnostic(error)])
    }
  }

  /// The lesson put to its run; where something is wrong with it, that is shown and the command ends.
  func require() throws -> Checked { try required(run()) { $0.checked } }

  /// What the lesson's views show; where something is wrong with it, that is shown and the command ends.
  func requireExhibit() throws -> Exhibit {
    var runner = self
    runner.isCompared = true
    return try required(runner.run()) { $0.exhibit }
  }

  private func required<Part>(_ outcome: Outcome, _ part: (Outcome) -> Part?) throws -> Part {
    if let part = part(outcome) { return part }
    Output.show(outcome.diagnostics)
    throw ExitCode.failure
  }

  /// Runs the lesson as it is and with its settings changed;
  /// nobody asks what its claims say of the other run.
  private func rerun(_ lesson: Lesson, _ table: Engine.Table?, after mistakes: [Diagnostic]) -> Outcome {
    let (changed, found) = lesson.with(settings)
    guard let changed, mistakes.isEmpty else { return failed(mistakes + found) }
    let runs = runs([changed.pipeline, lesson.pipeline], table)
    do throws(EngineError) {
      var checked = changed.check(try runs[0].get()).checked
      (checked.claims, checked.settings) = ([], settings)
      return Outcome(
        path: path, checked: checked, table: table, original: try? runs[1].get(),
        unscheduled: runs.dropFirst(2).first,
        diagnostics: [])
    } catch {
      return failed([changed.diagnostic(for: error)])
    }
  }

  private func run(_ lesson: Lesson, _ table: Engine.Table?, after mistakes: [Diagnostic]) -> Outcome {
    let runs = runs([lesson.pipeline], table)
    do throws(EngineError) {
      let (checked, found) = lesson.check(try runs[0].get())
      return mistakes.isEmpty && found.isEmpty
        ? Outcome(
          path: path, lesson: lesson, checked: checked, table: table, unscheduled: runs.dropFirst().first,
          diagnostics: [])
        : failed(mistakes + found, lesson)
    } catch {
      return failed(mistakes + [lesson.diagnostic(for: error)], lesson)
    }
  }

  /// What came of `pipelines`, and last of the first without its schedule,
  /// where that is compared; run side by side.
  private func runs(_ pipelines: [Pipeline], _ table: Engine.Table?) -> [Result<Trace, EngineError>] {
    let unscheduled = isCompared ? pipelines.prefix(1).compactMap(\.unscheduled) : []
    return (pipelines + unscheduled).parallelMap { $0.result(table: table) }
  }

  private func failed(_ diagnostics: [Diagnostic], _ lesson: Lesson? = nil) -> Outcome {
    Outcome(path: path, lesson: lesson, checked: nil, diagnostics: diagnostics)
  }

  /// The samples that the lesson reads from files; nil where it draws them.
  private func table(of lesson: Lesson) -> (table: Engine.Table?, diagnostics: [Diagnostic]) {
    var files: [[UInt8]] = []
    for (place, file) in lesson.dataFiles.enumerated() {
      do throws(Diagnostic) {
        files.append(try bytes(of: file, at: lesson.range(ofDataFile: place), in: lesson))
      } catch { return (nil, [error]) }
    }
    return lesson.table(files)
  }

  /// The bytes of `file`, which `lesson` names at `range`.
  private func bytes(of file: DataFile, at range: SourceRange, in lesson: Lesson) throws(Diagnostic)
    -> [UInt8]
  {
    switch file {
    case .bundled(let name): return Assets.bytes("datasets/\(name)") ?? []
    case .author(let path):
      do throws(FileSystem.Failure) {
        if let bytes = try FileSystem.read(path, inside: folder, limit: Lesson.largestData) { return bytes }
      } catch {
        let message = "\(path) cannot be read: \(error.reason)"
        throw Diagnostic(.unreadableFile, message, at: range, in: lesson.source)
      }
      let message = "\(path) leads out of the lesson's folder"
      throw Diagnostic(.forbiddenPath, message, at: range, in: lesson.source)
    }
  }

  /// The folder that the lesson is in.
  var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./" }
}

extension LessonRunner.Outcome {
  /// What the lesson's views show; nil where something is wrong with it.
  var exhibit: Exhibit? {
    checked.map { checked in
      Exhibit(
        checked, beside: unscheduled, table: table, original: original,
        script: (try? PyTorchScript.text(checked.lesson, checked.trace)) ?? "")
    }
  }
}

extension Diagnostic {
  /// A file that cannot be read.
  init(_ failure: FileSystem.Failure) {
    self.init(.unreadableFile, "the file cannot be read: \(failure.reason)", file: failure.path)
  }
}
