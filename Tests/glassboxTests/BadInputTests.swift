import Foundation
import Testing

/// What is wrong is said with a diagnostic and the status 1, never with a crash.
struct BadInputTests {
  /// Changes of the small lesson, and what the answer must name.
  static let mistakes: [(name: String, old: String, new: String, answers: [String])] = [
    ("unknown component", "- ReLU", "- RELUU", ["GB030", "RELUU", "ReLU"]),
    ("misspelt parameter", "out_features: 8", "out_featurs: 8", ["GB031", "did you mean out_features?"]),
    ("T_max of 0", "T_max: 2", "T_max: 0", ["T_max", "0"]),
    ("negative rate", "lr: 0.1", "lr: -1", ["lr", "-1"]),
    ("batch of 0", "batch_size: 32", "batch_size: 0", ["batch_size", "0"]),
    ("batch larger than the data", "batch_size: 32", "batch_size: 1000", ["batch_size", "1000", "150"]),
    ("loss that is no number", "lr: 0.1,", "lr: 1.0e+30,", ["GB081", "epoch", "step", "help"]),
    ("10^12 samples", "n_samples: 200", "n_samples: 1000000000000", ["n_samples", "1000000000000"]),
    (
      "shapes that do not meet", "Linear: { out_features: 2 }", "Linear: { in_features: 9, out_features: 2 }",
      ["9", "8"]
    ),
    ("a stage twice", "```yaml evaluate", "```yaml train", ["GB021", "train"]),
    ("an unclosed fence", "predict: 0\n```", "predict: 0\n", ["GB024"]),
    ("a false claim", "argmin(lr) == 3", "argmin(lr) == 4", ["GB0", "argmin(lr) == 4"]),
    (
      "data outside the folder", "make_moons: { n_samples: 200, noise: 0.2 }",
      "csv: { path: ../secret.csv, target: y }", ["GB072"]
    ),
    (
      "data that is not there", "make_moons: { n_samples: 200, noise: 0.2 }",
      "csv: { path: nowhere.csv, target: y }", ["nowhere.csv", "no such file"]
    ),
    (
      "a folder as data", "make_moons: { n_samples: 200, noise: 0.2 }", "csv: { path: data, target: y }",
      ["data", "folder"]
    ),
    ("an unknown key", "subject: PyTorch", "subjekt: PyTorch", ["GB012", "subject"]),
  ]

  @Test(arguments: mistakes.indices) func `a mistake in a lesson is shown with its line`(index: Int) throws {
    let mistake = Self.mistakes[index]
    let folder = try Folder()
    try folder.write("data/rows.txt", "")
    let path = try folder.write("lesson.md", SampleLesson.replacing(mistake.old, with: mistake.new))
    for command in ["check", "show", "trace", "quiz"] {
      let result = try Command(command, path)
      #expect(result.status == 1, "\(mistake.name): \(command) ends with \(result.status)")
      #expect(result.errors.contains("error["), "\(mistake.name): \(result.errors)")
      #expect(result.errors.contains("lesson.md:"), "\(mistake.name): \(result.errors)")
      for answer in mistake.answers {
        #expect(result.errors.contains(answer), "\(mistake.name): \(result.errors)")
      }
    }
  }

  @Test func `stages in another order are refused`() throws {
    let stages = SampleLesson.text.components(separatedBy: "## ")
    let swapped = (stages[...1] + [stages[3], stages[2]] + stages[4...]).joined(separator: "## ")
    try expectMistake(swapped, "GB022")
  }

  @Test func `a lesson without stages is refused`() throws {
    try expectMistake("---\ntitle: Nothing\n---\n\nText.\n", "GB020")
  }

  @Test func `an empty file is refused`() throws { try expectMistake("", "GB001") }

  @Test func `a binary file is refused`() throws {
    let folder = try Folder()
    let path = try folder.write("lesson.md", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) }))
    let result = try Command("check", path)
    #expect(result.status == 1)
    #expect(result.errors.contains("GB002"))
  }

  @Test func `a file that is too large is refused`() throws {
    let folder = try Folder()
    let path = try folder.write("lesson.md", SampleLesson.text + String(repeating: "word ", count: 1 << 20))
    let result = try Command("check", path)
    #expect(result.status == 1)
    #expect(result.errors.contains("GB004"))
  }

  @Test(arguments: ["show", "quiz", "trace"]) func `a folder where a file is meant is refused`(
    command: String
  ) throws {
    let folder = try Folder()
    let result = try Command(command, folder.url.path())
    #expect(result.status == 1)
    #expect(result.errors.contains("it is a folder, not a file"))
  }

  @Test(arguments: ["show", "quiz", "trace", "check", "build"]) func `a missing file is refused`(
    command: String
  ) throws {
    let folder = try Folder()
    let result = try Command(command, "nowhere.md", in: folder.url)
    #expect(result.status == 1)
    #expect(result.errors.contains("nowhere.md"))
    #expect(result.errors.contains("there is no such file"))
  }

  @Test func `a symbolic link may not lead out of the lesson's folder`() throws {
    let (folder, outside) = (try Folder(), try Folder())
    let secret = try outside.write("secret.csv", "x,y\n1,0\n2,1\n")
    try FileManager.default.createSymbolicLink(atPath: folder.path("data.csv"), withDestinationPath: secret)
    let lesson = SampleLesson.replacing(
      "make_moons: { n_samples: 200, noise: 0.2 }", with: "csv: { path: data.csv, target: y }")
    let result = try Command("check", try folder.write("lesson.md", lesson))
    #expect(result.status == 1)
    #expect(result.errors.contains("GB072"))
    #expect(result.errors.contains("leads out of the lesson's folder"))
  }

  @Test func `a place where nothing can be written is said`() throws {
    let folder = try Folder()
    let lesson = try folder.write("lesson.md", SampleLesson.text)
    let file = try folder.write("file", "")
    for output in [file + "/site", "/proc/site", "/proc"] {
      let result = try Command("build", lesson, "--output", output)
      #expect(result.status == 1, "\(output): \(result.status)")
      #expect(result.errors.contains("GB006"), "\(output): \(result.errors)")
    }
  }

  @Test func `output that cannot be written is said`() throws {
    let folder = try Folder()
    let lesson = try folder.write("lesson.md", SampleLesson.text)
    let result = try Command.shell("\(Command.binary.path()) show \(lesson) > /dev/full")
    #expect(result.status == 1)
    #expect(result.errors.contains("standard output cannot be written"))
  }

  @Test func `control characters of a lesson do not reach the terminal`() throws {
    let folder = try Folder()
    let path = try folder.write(
      "lesson.md", SampleLesson.replacing("subject:", with: "sub\u{9b}31mject\u{202e}:"))
    let result = try Command("check", path)
    #expect(result.status == 1)
    let scalars = (result.output + result.errors).unicodeScalars
    #expect(
      !scalars.contains {
        $0.value < 32 && $0 != "\n" || (0x7f...0x9f).contains($0.value) || $0.value == 0x202e
      })
  }

  private func expectMistake(_ text: String, _ code: String) throws {
    let folder = try Folder()
    let result = try Command("check", try folder.write("lesson.md", text))
    #expect(result.status == 1)
    #expect(result.errors.contains("error[\(code)]"), "\(result.errors)")
  }
}
