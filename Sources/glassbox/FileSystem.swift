import Glibc

/// Files are touched here alone.
enum FileSystem {
  /// Why a file cannot be used, in words that go after its name.
  struct Failure: Error, Equatable {
    var path: String
    var reason: String
  }

  /// What is at `path`; nil for nothing, or where it may not be seen.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    default: .file
    }
  }

  /// What a path leads to.
  enum Kind { case file, folder }

  /// The bytes of the file `path`; of one that is longer than `limit`, one byte more than that.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    if kind(path) == .folder { throw Failure(path: path, reason: "it is a folder, not a file") }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(path: path, reason: reason()) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &buffer, min(buffer.count, limit + 1 - bytes.count))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Failure(path: path, reason: reason()) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The bytes of the file `path`, relative to `folder`; nil where a link leads out of it.
  static func read(_ path: String, inside folder: String, limit: Int) throws(Failure) -> [UInt8]? {
    let whole = folder + path
    guard let root = resolved(folder), let real = resolved(whole) else {
      throw Failure(path: path, reason: reason())
    }
    guard real.hasPrefix(root == "/" ? root : root + "/") else { return nil }
    return try read(real, limit: limit)
  }

  /// Writes `bytes` beside `path` and puts them in its place, so that what was there stays whole until then.
  static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    let beside = path + ".new-\(getpid())"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(path: path, reason: reason()) }
    var failure = write(bytes, to: file)
    if close(file) != 0, failure == nil { failure = reason() }
    if failure == nil, rename(beside, path) != 0 { failure = reason() }
    if let failure {
      unlink(beside)
      throw Failure(path: path, reason: failure)
    }
  }

  /// Makes the folder `path`, and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? part : "/" + part
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw Failure(path: made, reason: reason()) }
    }
    if kind(path) != .folder { throw Failure(path: path, reason: "it is a file, not a folder") }
  }

  /// The names in the folder `path`, in order of their bytes.
  static func names(in path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw Failure(path: path, reason: reason()) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// `path` without links and dots; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Writes all of `bytes` to the open `file`; answers with the reason where it cannot.
  static func write(_ bytes: [UInt8], to file: Int32) -> String? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return reason() }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Why the last call failed.
  private static func reason() -> String {
    switch errno {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "there is no permission"
    case ENOTDIR: "a part of its path is a file, not a folder"
    case EISDIR: "it is a folder, not a file"
    default: strerror(errno).map { String(cString: $0).lowercased() } ?? "error \(errno)"
    }
  }
}

extension FileSystem.Failure: CustomStringConvertible {
  /// The file and the reason, as one line says them.
  var description: String { "'\(path)': \(reason)" }
}
