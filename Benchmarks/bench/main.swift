import CKernels
import Engine
import Foundation
import Lessons
import Resources

// bench LESSON RUNS [BYTES]: runs the lesson so often, and prints the seconds of each run's parts as JSON.
// BYTES is a file for the pipeline and its table, which the WebAssembly build runs.
// GLASSBOX_THREADS is how many threads may share a product; GLASSBOX_VECTORS limits their
// vectors: 1 to AVX2, 2 to 128 bits.

/// A lesson to time.
struct Workload {
  let pipeline: Pipeline
  let table: Table?

  init?(_ path: String) throws {
    let (lesson, diagnostics) = Lesson.parse([UInt8](try Data(contentsOf: URL(filePath: path))), file: path)
    for diagnostic in diagnostics { print(diagnostic.message) }
    guard let lesson else { return nil }
    pipeline = lesson.pipeline
    if case .bundled(let name) = lesson.dataFiles.first {
      table = lesson.table([Assets.bytes("datasets/\(name)") ?? []]).table
    } else {
      table = nil
    }
  }

  /// One run: the seconds that preparing, training and finishing took, and what came out.
  func run() throws -> (seconds: [Double], trace: Trace) {
    let clock = ContinuousClock()
    let start = clock.now
    let training = try Training(pipeline, table: table)
    let prepared = clock.now
    while !training.isFinished { _ = try training.advance() }
    let trained = clock.now
    let trace = try training.finish()
    return ([prepared - start, trained - prepared, clock.now - trained].map { $0 / .seconds(1) }, trace)
  }
}

extension Trace {
  /// Floating-point operations of the products of all epochs:
  /// forward, and backward by weights and inputs, which the first layer with weights leaves out.
  var productOperations: Double {
    var perSample = 0.0
    var perCheck = 0.0
    for layer in model.layers where layer.multiplyAdds > 0 {
      perSample += Double(layer.multiplyAdds) * (perSample == 0 ? 4 : 6)
      perCheck += Double(layer.multiplyAdds) * 2
    }
    let trained = Double(preprocess.trainRows.count), checked = Double(outcome.rows)
    return Double(epochs.count) * (trained * perSample + checked * perCheck)
  }
}

/// Operations per second that one thread reaches in a product that stays in the nearest
/// cache, none of its factors 0.
func peak() -> Double {
  let (rows, inner, columns) = (64, 144, 32)
  let a = [Float](repeating: 1.5, count: rows * inner), b = [Float](repeating: 0.5, count: inner * columns)
  var c = [Float](repeating: 0, count: rows * columns)
  var shape = gb_product(
    a_row: inner, a_inner: 1, b_inner: columns, b_column: 1, c_row: columns, rows: rows, inner: inner,
    columns: columns, adding: 0, bias: nil)
  let best = (0..<50).map { _ in
    ContinuousClock().measure { for _ in 0..<20 { gb_multiply_f32(a, b, &c, &shape) } } / .seconds(1)
  }.min()
  return 20 * Double(2 * rows * inner * columns) / (best ?? 1)
}

let arguments = CommandLine.arguments
guard arguments.count >= 3, let runs = Int(arguments[2]), runs > 0, let workload = try Workload(arguments[1])
else {
  print("usage: bench LESSON RUNS [BYTES]")
  exit(64)
}
if arguments.count > 3 {
  let bytes = workload.pipeline.encoded + workload.table.encoded
  try Data(bytes).write(to: URL(filePath: arguments[3]))
}
gb_limit_vectors(Int32(ProcessInfo.processInfo.environment["GLASSBOX_VECTORS"] ?? "") ?? 0)
let results = try (0..<runs).map { _ in try workload.run() }
let report: [String: Any] = [
  "steps": results[0].trace.steps.loss.count,
  "loss": results[0].trace.epochs.last?.loss ?? 0,
  "prepare": results.map { $0.seconds[0] },
  "train": results.map { $0.seconds[1] },
  "finish": results.map { $0.seconds[2] },
  "operations": results[0].trace.productOperations,
  "peak": peak(),
]
print(
  String(decoding: try JSONSerialization.data(withJSONObject: report, options: .sortedKeys), as: UTF8.self))
