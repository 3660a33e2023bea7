import Engine
import Lessons

/// A lesson as the PyTorch script that an instructor would write for it: it prints the page's numbers.
public enum PyTorchScript {
  /// One part of the script: what a notebook has in a cell.
  struct Cell {
    /// The lesson's heading; empty for the imports.
    var title: String
    var code: String
  }

  /// The script of `lesson`, whose run was `trace`.
  ///
  /// Throws where the lesson has a component that this export has no words for.
  public static func text(_ lesson: Lesson, _ trace: Trace) throws(Diagnostic) -> String {
    let cells = try cells(lesson, trace)
    let parts = cells.map { $0.title.isEmpty ? $0.code : "# %% \($0.title)\n\($0.code)" }
    return header(lesson) + "\n" + parts.joined(separator: "\n\n") + "\n"
  }

  /// The script's first words.
  private static func header(_ lesson: Lesson) -> String {
    let title = lesson.title.oneLine.replacing("\\", with: "\\\\").replacing("\"\"\"", with: "'''")
    return
      "\"\"\"\(title)\n\nMade by Glassbox: with this seed PyTorch gives the numbers of the lesson.\n\"\"\"\n"
  }

  /// The script in parts, the imports first.
  static func cells(_ lesson: Lesson, _ trace: Trace) throws(Diagnostic) -> [Cell] {
    var imports = Imports()
    imports.add("torch")
    imports.add("nn", from: "torch")
    imports.add("DataLoader", from: "torch.utils.data")
    imports.add("TensorDataset", from: "torch.utils.data")
    var data = DataWriter(trace, imports)
    guard data.load() else {
      throw lesson.unexportable(trace.pipeline.load.dataset, at: lesson.places.load.range)
    }
    let load = data.lines
    data.preprocess()
    let training = TrainingWriter(trace: trace)
    var metrics = MetricWriter(trace, data.imports)
    let found: [String]
    switch metrics.lines() {
    case .success(let lines): found = lines
    case .failure(let unknown):
      throw lesson.unexportable(unknown.metric, at: lesson.stage(.evaluate)?.settings)
    }
    imports = metrics.imports
    if training.scheduler != nil { imports.add("lr_scheduler", from: "torch.optim") }
    if training.usesMath { imports.add("math") }
    let model = try model(lesson, trace, training, &imports)
    let cells = [
      Cell(title: "", code: imports.text),
      Cell(title: title(lesson, .load), code: load.joined(separator: "\n")),
      Cell(
        title: title(lesson, .preprocess),
        code: (data.lines + ["", "", training.loaders]).joined(separator: "\n")),
      Cell(title: title(lesson, .train), code: model),
      Cell(title: title(lesson, .schedule), code: training.scheduler ?? ""),
      Cell(
        title: lesson.section(.trainingTrace)?.title.plainText.oneLine ?? "Training",
        code: LoopWriter(trace).text),
      Cell(title: title(lesson, .evaluate), code: (crossValidation(trace) + found).joined(separator: "\n")),
    ]
    return cells.filter { !$0.code.isEmpty }
  }

  private static func title(_ lesson: Lesson, _ stage: Stage.Kind) -> String {
    lesson.stage(stage)?.title.plainText.oneLine ?? ""
  }

  /// The model, its loss and its optimizer, behind the seed; its size is printed.
  private static func model(
    _ lesson: Lesson, _ trace: Trace, _ training: TrainingWriter, _ imports: inout Imports
  ) throws(Diagnostic) -> String {
    let pipeline = trace.pipeline
    var writer = ModelWriter()
    let items: [Python.Item]
    do throws(EngineError) {
      items = try writer.items(pipeline.train.model, behind: Shape(trace.preprocess.features), path: "model")
    } catch { throw lesson.diagnostic(for: error) }
    let model = Python.call("nn.Sequential", items, isTall: items.count > 1)
    var lines = writer.helpers.map { $0.code + "\n\n" }
    if pipeline.precision == .float64 { lines.append("torch.set_default_dtype(torch.float64)") }
    lines.append("torch.manual_seed(\(pipeline.seed))")
    lines.append(model.line("model = "))
    lines += writer.initializations
    if let decay = pipeline.train.averaging {
      imports.add("AveragedModel", from: "torch.optim.swa_utils")
      imports.add("get_ema_multi_avg_fn", from: "torch.optim.swa_utils")
      lines.append("averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(\(decay)))")
    }
    let count = #"print(f"parameters {sum(p.numel() for p in model.parameters())}")"#
    return (lines + [training.criterion, training.optimizer, count]).joined(separator: "\n")
  }

  private static func crossValidation(_ trace: Trace) -> [String] {
    trace.crossValidation == nil
      ? [] : ["# The lesson's cross-validation trains anew for every fold; this script trains once."]
  }
}

extension Lesson {
  /// The mistake of exporting what the script has no words for.
  fileprivate func unexportable(_ component: Component, at range: SourceRange?) -> Diagnostic {
    Diagnostic(.unexportable, "a PyTorch script has no words for \(component.name)", at: range, in: source)
  }
}

extension String {
  /// The text without its line breaks.
  var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
