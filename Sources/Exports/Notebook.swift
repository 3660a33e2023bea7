import Engine
import Lessons

/// The PyTorch script as a Jupyter notebook, in nbformat 4.5, with the lesson's headings between its parts.
public enum Notebook {
  /// The notebook of `lesson`, whose run was `trace`.
  ///
  /// Throws where the script does.
  public static func text(_ lesson: Lesson, _ trace: Trace) throws(Diagnostic) -> String {
    let cells = try PyTorchScript.cells(lesson, trace)
    let opening = "# \(lesson.title.oneLine)\n\n\(lesson.summary.plainText.oneLine)"
    var parts = [(isCode: false, source: opening)]
    for cell in cells {
      if !cell.title.isEmpty { parts.append((false, "## \(cell.title)")) }
      parts.append((true, cell.code))
    }
    let kernel: JSON = .object(["display_name": "Python 3", "language": "python", "name": "python3"])
    return JSON.object([
      "cells": parts.enumerated().map { cell($1.source, isCode: $1.isCode, id: "cell-\($0)") },
      "metadata": JSON.object(["kernelspec": kernel, "language_info": JSON.object(["name": "python"])]),
      "nbformat": 4,
      "nbformat_minor": 5,
    ]).text
  }

  private static func cell(_ source: String, isCode: Bool, id: String) -> JSON {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) + "\n" }
    if let last = lines.popLast() { lines.append(String(last.dropLast())) }
    let shared: [(key: String, value: JSON)] = [
      ("cell_type", (isCode ? "code" : "markdown").json), ("id", id.json), ("metadata", .object([])),
    ]
    let own: [(key: String, value: JSON)] =
      isCode ? [("execution_count", .null), ("outputs", .array([]))] : []
    return .object(shared + own + [("source", lines.json)])
  }
}
