import Engine

// The functions that a page calls. Values cross as the engine's canonical bytes; a result is a block
// of four bytes of length (little-endian), one byte of ``Status`` and the value, which the caller
// gives back to `glassbox_free`.

/// What a result is.
private enum Status: UInt8 {
  /// The value asked for.
  case success
  /// An `EngineError`.
  case failure
  /// The bytes given were no pipeline and table.
  case malformed
  /// No epoch is left to train, or nothing was begun.
  case finished
}

/// The run under way; a page has one.
nonisolated(unsafe) private var training: Training?

/// Room for `count` bytes.
@_expose(wasm, "glassbox_allocate")
@_cdecl("glassbox_allocate")
public func allocate(_ count: Int) -> UnsafeMutableRawPointer { .allocate(byteCount: count, alignment: 16) }

/// Gives back what `glassbox_allocate` or a result took.
@_expose(wasm, "glassbox_free")
@_cdecl("glassbox_free")
public func free(_ block: UnsafeMutableRawPointer) { block.deallocate() }

/// Begins the run of a `Pipeline` and an optional `Table`, whose bytes follow one
/// another; succeeds without a value.
@_expose(wasm, "glassbox_begin")
@_cdecl("glassbox_begin")
public func begin(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UnsafeMutableRawPointer {
  training = nil
  var reader = ByteReader(Array(UnsafeBufferPointer(start: bytes, count: count)))
  let pipeline: Pipeline
  let table: Table?
  do throws(MalformedBytes) {
    pipeline = try reader.read()
    table = try reader.read()
  } catch { return result(.malformed) }
  do throws(EngineError) {
    training = try Training(pipeline, table: table)
    return result(.success)
  } catch { return result(.failure, error.encoded) }
}

/// Trains one epoch more: an `Epoch`, or that all are done.
@_expose(wasm, "glassbox_advance")
@_cdecl("glassbox_advance")
public func advance() -> UnsafeMutableRawPointer {
  guard let training, !training.isFinished else { return result(.finished) }
  do throws(EngineError) {
    return result(.success, try training.advance().encoded)
  } catch { return result(.failure, error.encoded) }
}

/// Follows validation rows, an `[Int]` in bytes, through the model as it is between
/// two epochs: a `[Prediction]`.
///
/// May be called before the first epoch and after any, until `glassbox_finish`; the run goes on undisturbed.
@_expose(wasm, "glassbox_predict")
@_cdecl("glassbox_predict")
public func predict(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UnsafeMutableRawPointer {
  guard let training else { return result(.finished) }
  let rows: [Int]
  do throws(MalformedBytes) {
    rows = try [Int](encoded: Array(UnsafeBufferPointer(start: bytes, count: count)))
  } catch { return result(.malformed) }
  do throws(EngineError) {
    return result(.success, try training.predictions(of: rows).encoded)
  } catch { return result(.failure, error.encoded) }
}

/// Ends the run: eight bytes of digest, then the `Trace`.
@_expose(wasm, "glassbox_finish")
@_cdecl("glassbox_finish")
public func finish() -> UnsafeMutableRawPointer {
  guard let run = training else { return result(.finished) }
  training = nil
  do throws(EngineError) {
    let trace = try run.finish().encoded
    return result(.success, Trace.digest(of: trace).encoded + trace)
  } catch { return result(.failure, error.encoded) }
}

private func result(_ status: Status, _ value: [UInt8] = []) -> UnsafeMutableRawPointer {
  let block = UInt32(value.count + 1).encoded + [status.rawValue] + value
  let copy = allocate(block.count)
  block.withUnsafeBytes { bytes in
    if let first = bytes.baseAddress { copy.copyMemory(from: first, byteCount: bytes.count) }
  }
  return copy
}
