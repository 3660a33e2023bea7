public import Engine
public import Lessons

/// What a lesson can be exported as.
public struct ExportFormat: Sendable {
  /// Its name on the command line.
  public let name: String
  /// One sentence: what it is.
  public let summary: String
  /// The lesson and its run in this format; throws where the lesson holds what the format has no words for.
  public let text: @Sendable (Lesson, Trace) throws(Diagnostic) -> String

  /// Every format there is.
  public static let all: [ExportFormat] = [
    ExportFormat(name: "pytorch", summary: "a Python script for PyTorch", text: PyTorchScript.text),
    ExportFormat(name: "notebook", summary: "the script as a Jupyter notebook", text: Notebook.text),
  ]
}
