import Engine
import Lessons

/// What a page needs to run its lesson again and to know that it did:
/// settings, data and digests, packed small.
public struct Rerun: Sendable, Equatable {
  /// The pipeline's canonical bytes.
  public var pipeline: [UInt8]
  /// What the lesson loads of its files, its columns packed by zlib; nil where it reads none.
  public var data: [UInt8]?
  /// Epochs of the run.
  public var epochs: Int
  /// What the model's inputs are called; empty where they are no features as loaded.
  public var inputs: [String]
  /// The trace's digest.
  public var digest: UInt64
  /// The trace's parts: what each tells, where its bytes end, and the digest of everything up to there.
  public var parts: [Part]
  /// Why a page cannot run the lesson; nil where it can.
  public var obstacle: String?

  /// A part of a trace.
  public struct Part: Sendable, Equatable {
    /// What it tells.
    public var name: String
    /// Where its bytes end.
    public var end: Int
    /// The digest of everything up to there.
    public var digest: UInt64
  }

  /// The most bytes of packed data that a page carries.
  public static let mostData = 65_536
  /// The most multiplications that a page does for one run: some ten seconds on a phone.
  public static let mostWork = 1e10
}

extension Rerun {
  /// What the page of `exhibit` carries.
  init(_ exhibit: Exhibit) {
    let trace = exhibit.checked.trace
    pipeline = trace.pipeline.encoded
    epochs = trace.pipeline.train.epochs
    inputs = Names(trace.load, after: trace.pipeline.preprocess).inputs(
      trace.predictions.first?.steps.first?.values.count ?? 0)
    parts = []
    for (name, bytes) in trace.parts {
      let (end, start) = (parts.last?.end ?? 0, parts.last?.digest ?? Trace.digest(of: []))
      parts.append(
        Part(name: "\(name)", end: end + bytes.count, digest: Trace.digest(of: bytes, after: start)))
    }
    digest = parts.last?.digest ?? 0
    let work = trace.multiplyAdds
    data = exhibit.table.flatMap { try? trace.pipeline.loaded(from: $0) }.map { Deflate.pack($0.columnBytes) }
    if work > Self.mostWork {
      obstacle =
        "The run takes \(Numbers.number(work)) multiplications, too many for a page: it takes \(Numbers.number(Self.mostWork))."
    } else if let count = data?.count, count > Self.mostData {
      obstacle =
        "The data takes \((count + 1023) / 1024) KB even when packed, too much for a page: it takes \(Self.mostData / 1024)."
    }
    if obstacle != nil { (pipeline, data, parts) = ([], nil, []) }
  }
}

extension Trace {
  /// Multiplications with a sum each, over the whole run: forward and twice as many
  /// backward for each training row.
  var multiplyAdds: Double {
    let perRow = model.layers.reduce(0.0) { $0 + Double($1.multiplyAdds) }
    let rows = 3 * preprocess.trainRows.count + preprocess.validationRows.count
    return perRow * Double(rows) * Double(pipeline.train.epochs)
      * Double((crossValidation?.folds.count ?? 0) + 1)
  }
}
