/// Why the bytes of a data file make no samples.
struct DataFault: Error, Equatable {
  /// What is wrong, in words that go after the file's name.
  var message: String
  /// What would fix it.
  var helps: [String]
  /// Which of the lesson's files it is about, from 0.
  var file = 0

  init(_ message: String, helps: [String] = []) {
    self.message = message
    self.helps = helps
  }
}
