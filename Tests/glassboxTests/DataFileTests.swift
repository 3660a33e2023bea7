import Foundation
import Testing

/// Lessons that read files of the author's.
struct DataFileTests {
  /// The sample lesson on pictures of 1 × 2 pixels, the left one bright in class 0, the right one in class 1.
  private static let lesson = SampleLesson.text.replacing(
    "make_moons: { n_samples: 200, noise: 0.2 }", with: "idx: { images: data/pictures, labels: labels }"
  ).replacing("stratify: true }", with: "stratify: true }\n- Rescaling: { scale: 0.01 }")

  /// A file of bytes in MNIST's format.
  private static func idx(_ shape: [UInt8], _ values: [UInt8]) -> Data {
    Data([0, 0, 8, UInt8(shape.count)] + shape.flatMap { size -> [UInt8] in [0, 0, 0, size] } + values)
  }

  private static let labels = (0..<100).map { UInt8($0 % 2) }
  private static let pictures = labels.flatMap { $0 == 0 ? [90, 5] : [5, 90] as [UInt8] }

  @Test func `a lesson reads each of its files`() throws {
    let folder = try Folder()
    try folder.write("lesson.md", Self.lesson)
    try folder.write("data/pictures", Self.idx([100, 1, 2], Self.pictures))
    try folder.write("labels", Self.idx([100], Self.labels))
    let result = try Command("trace", "lesson.md", in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\"samples\": 100"))
  }

  @Test func `the file that is missing is the one that is told`() throws {
    let folder = try Folder()
    try folder.write("lesson.md", Self.lesson)
    try folder.write("data/pictures", Self.idx([100, 1, 2], Self.pictures))
    let result = try Command("check", "lesson.md", in: folder.url)
    #expect(result.status == 1)
    #expect(result.errors.contains("GB005") && result.errors.contains("labels cannot be read"))
  }

  @Test func `a link that leads out of the folder is not followed`() throws {
    let folder = try Folder()
    try folder.write("lesson.md", Self.lesson.replacing("data/pictures", with: "pictures"))
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "pictures"), withDestinationURL: URL(filePath: "/etc/passwd"))
    try folder.write("labels", Self.idx([100], Self.labels))
    let result = try Command("check", "lesson.md", in: folder.url)
    #expect(result.status == 1 && result.errors.contains("GB072"))
  }
}
