import Foundation

/// Runs the real binary, as a user does.
struct Command {
  let status: Int32
  let output: String
  let errors: String

  /// The binary that was built with these tests: beside the test bundle.
  static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "glassbox")

  /// Runs `glassbox` with `arguments`, `input` typed into it, in `folder`.
  init(_ arguments: String..., input: String = "", in folder: URL? = nil) throws {
    try self.init(Self.binary, arguments, input: input, in: folder, environment: [:])
  }

  /// Runs `glassbox` with a list of arguments and variables of the environment.
  init(arguments: [String], input: String = "", environment: [String: String] = [:]) throws {
    try self.init(Self.binary, arguments, input: input, in: nil, environment: environment)
  }

  /// Runs `glassbox` under a terminal of `script`'s, then says its status and the terminal's modes.
  ///
  /// Each of `keys` is typed once there is one more prompt.
  static func onTerminal(
    _ arguments: String, keys: [String] = [], in folder: URL, columns: Int = 80, variables: String = ""
  ) throws -> Command {
    let line = """
      trap : INT; stty cols \(columns) rows 40; \(variables) \(binary.path()) \(arguments); \
      echo status=$?; stty -a | grep -oE -- '-?(icanon|echo)\\b'
      """
    let process = Process(
      URL(filePath: "/usr/bin/script"), ["-qec", line, "/dev/null"], folder, ["TERM": "xterm-256color"])
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    var keys = keys[...]
    var (bytes, typed) = (Data(), 0)
    while case let more = stdout.fileHandleForReading.availableData, !more.isEmpty {
      bytes += more.filter { $0 != UInt8(ascii: "\r") }
      let prompts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n> ").count - 1
      while typed < prompts, let key = keys.popFirst() {
        typed += 1
        try stdin.fileHandleForWriting.write(contentsOf: Data(key.utf8))
      }
    }
    process.waitUntilExit()
    return Command(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self), errors: "")
  }

  /// Runs a line of the shell.
  static func shell(_ line: String) throws -> Command {
    try Command(URL(filePath: "/bin/sh"), ["-c", line], input: "", in: nil, environment: [:])
  }

  private init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  private init(
    _ program: URL, _ arguments: [String], input: String, in folder: URL?, environment: [String: String]
  ) throws {
    let process = Process(program, arguments, folder, environment)
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let complaints = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status =
      process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    self.output = String(decoding: output, as: UTF8.self)
    self.errors = String(decoding: complaints, as: UTF8.self)
  }
}

extension Process {
  /// A process with a small environment of its own.
  fileprivate convenience init(
    _ program: URL, _ arguments: [String], _ folder: URL?, _ variables: [String: String]
  ) {
    self.init()
    executableURL = program
    self.arguments = arguments
    currentDirectoryURL = folder
    environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(variables) { $1 }
  }
}

/// A folder of a test's own; it is removed with the value.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes the file `name` and answers with its path.
  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult func write(_ name: String, _ bytes: Data) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file.path()
  }

  /// The path of `name` in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path() }

  /// The text of the file `name`; nil where there is none.
  func text(_ name: String) -> String? { try? String(contentsOf: url.appending(path: name), encoding: .utf8) }

  /// The names in the folder, sorted.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path())) ?? []).sorted() }
}
