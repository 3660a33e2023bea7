import Foundation

/// The published schema, and a validator of JSON Schema to hold against it.
enum Schema {
  /// What is wrong with `text`, a line for each; empty where it is valid.
  static func problems(_ text: String) throws -> String {
    let schema = PythonProcess.root.appending(path: "Resources/trace.schema.json").path()
    return try PythonProcess.problems("validate.py", schema, input: text)
  }
}
