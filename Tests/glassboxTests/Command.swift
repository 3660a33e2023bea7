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
  init(_ arguments: String..., input: String = "", in folder: URL? = nil, environment: [String: String] = [:])
    throws
  {
    try self.init(Self.binary, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs `glassbox` under a terminal of `script`'s; what it writes comes with the terminal's line ends.
  static func onTerminal(_ arguments: String, input: String, in folder: URL) throws -> Command {
    let line =
      "stty cols 80 rows 40; \(binary.path()) \(arguments); echo status=$?; stty -a | grep -o -- '-\\?icanon\\|-\\?echo '"
    return try Command(
      URL(filePath: "/usr/bin/script"), ["-qec", line, "/dev/null"], input: input, in: folder,
      environment: ["TERM": "xterm-256color"])
  }

  private init(
    _ program: URL, _ arguments: [String], input: String, in folder: URL?, environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let errors = DispatchQueue(label: "errors").sync { stderr.fileHandleForReading }
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.readDataToEndOfFile()
    process.waitUntilExit()
    status =
      process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    self.output = String(decoding: output, as: UTF8.self)
    self.errors = String(decoding: complaints, as: UTF8.self)
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
