import Foundation
import Testing

struct ExportTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "lesson.md")
    try SampleLesson.text.write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func `a script goes to the standard output`() throws {
    let result = try Command("export", "lesson.md", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("\"\"\"A small lesson\n"))
    #expect(result.output.contains("torch.manual_seed(42)\nmodel = nn.Sequential(\n    nn.Linear(2, 8),\n"))
  }

  @Test func `a notebook goes into the file that is named`() throws {
    let result = try Command("export", "lesson.md", "--format", "notebook", "--output", "a.ipynb", in: folder)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let text = try String(contentsOf: folder.appending(path: "a.ipynb"), encoding: .utf8)
    #expect(text.contains("\"nbformat\": 4") && text.contains("## Data Loading"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).count == 2)
  }

  @Test func `a format that there is not is answered with the nearest`() throws {
    let result = try Command("export", "lesson.md", "--format", "pytroch", in: folder)
    #expect(result.status == 64)
    #expect(result.errors.contains("there is no format 'pytroch'"))
    #expect(result.errors.contains("did you mean 'pytorch'?"))
  }

  @Test func `a file that cannot be written is an error`() throws {
    let result = try Command("export", "lesson.md", "--output", "no/such/folder.py", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("'no/such/folder.py': there is no such file"))
  }
}
