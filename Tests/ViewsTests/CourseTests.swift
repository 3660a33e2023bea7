import Lessons
import Testing

@testable import Views

@Suite struct `The course` {
  private static func course(_ lessons: [(String, [String])]) -> Course {
    Course(lessons.map { Course.Entry(slug: $0.0, title: $0.0.uppercased(), requires: $0.1) })
  }

  @Test(arguments: [
    ([("a", []), ("b", []), ("c", [])], "abc"), ([("a", ["c"]), ("b", []), ("c", [])], "bca"),
    ([("a", ["b"]), ("b", ["c"]), ("c", [])], "cba"), ([("c", ["a"]), ("b", ["x"]), ("a", [])], "bac"),
    ([("a", ["b"]), ("b", ["a"]), ("c", ["a"])], "abc"), ([("b", ["b"]), ("a", [])], "ab"),
  ]) func `a lesson stands behind those that it requires, otherwise as given`(
    lessons: [(String, [String])], order: String
  ) { #expect(Self.course(lessons).lessons.map(\.slug).joined() == order) }

  @Test func `of two lessons with one slug the first is the lesson`() {
    let course = Course([.init(slug: "a", title: "First"), .init(slug: "a", title: "Second")])
    #expect(course.lessons.map(\.title) == ["First"])
  }

  @Test func `a lesson has the one before, the one after, and those that it requires`() {
    let course = Self.course([("a", []), ("b", ["a", "elsewhere"]), ("c", ["b", "a"])])
    let (first, last) = (course.neighbours(of: "a"), course.neighbours(of: "c"))
    #expect(first.previous == nil && first.next?.slug == "b" && first.required.isEmpty)
    #expect(last.previous?.slug == "b" && last.next == nil && last.number == 3 && last.count == 3)
    #expect(last.required.map(\.slug) == ["b", "a"])
    #expect(course.neighbours(of: "b").required.map(\.slug) == ["a"])
    #expect(course.neighbours(of: "elsewhere") == Course.Neighbours())
  }

  @Test func `a course without requirements has no graph`() {
    #expect(Self.course([("a", []), ("b", ["elsewhere"])]).graph == nil)
  }

  @Test func `a graph has each lesson behind all that it requires, and only what is linked`() {
    let graph = Self.course([("a", []), ("b", ["a"]), ("c", ["b", "a"]), ("alone", [])]).graph
    #expect(graph?.layers.map { $0.map(\.slug) } == [["a"], ["b"], ["c"]])
    // The way from a to c is told by the one over b.
    #expect(graph?.edges == [.init(layer: 0, from: 0, to: 0), .init(layer: 1, from: 0, to: 0)])
  }

  @Test func `an edge over several layers passes through each of them`() {
    let graph = Self.course([("a", []), ("x", []), ("b", ["a"]), ("c", ["b", "x"])]).graph
    #expect(graph?.layers.map { $0.map(\.slug) } == [["a", "x"], ["b", nil], ["c"]])
    #expect(graph?.edges.count == 4)
  }

  @Test func `the nodes of a layer are in the order of what leads to them`() {
    let graph = Self.course([("a", []), ("b", []), ("c", ["b"]), ("d", ["a"])]).graph
    #expect(graph?.layers.map { $0.compactMap(\.slug) } == [["a", "b"], ["d", "c"]])
    #expect(graph.map { Set($0.edges.map { [$0.from, $0.to] }) } == [[0, 0], [1, 1]])
  }

  @Test func `lessons that require one another are drawn all the same`() {
    let graph = Self.course([("a", ["b"]), ("b", ["a"])]).graph
    #expect(graph?.layers.map { $0.map(\.slug) } == [["a"], ["b"]])
  }
}

@Suite struct `The words by which a lesson is found` {
  private static func sections(_ blocks: Views.Block...) -> [Course.Section] {
    SearchText([Document(name: "learn", title: "Learn", blocks: blocks)]).sections
  }

  @Test func `each heading begins a section at its anchor, with the words below it`() {
    let sections = Self.sections(
      .paragraph([.text("Before  all\n"), .claim(expression: "x > 1"), .text(" .")]),
      .heading(level: 2, text: [.text("The "), .code("lr")], anchor: "learn-the-lr"),
      .list(start: nil, items: [[.paragraph([.text("It is "), .value(text: "0.1", expression: "lr[1]")])]]),
      .quote([.paragraph([.text("and falls.")])]))
    #expect(
      sections == [
        Course.Section(anchor: "learn", view: "Learn", title: "", text: "Before all."),
        Course.Section(
          anchor: "learn-the-lr", view: "Learn", title: "The lr", text: "It is 0.1 · and falls."),
      ])
  }

  @Test func `a paragraph that two views have is found once`() {
    let blocks: [Views.Block] = [.paragraph([.text("The same words.")])]
    let sections = SearchText([
      Document(name: "learn", title: "Learn", blocks: blocks),
      Document(name: "why", title: "Why", blocks: blocks),
    ]).sections
    #expect(sections.map(\.anchor) == ["learn"])
  }

  @Test func `a question is found by what it asks and not by its answers`() {
    let option = Views.Question.Option(text: [.text("secret")], isRight: true, feedback: [])
    let question = Views.Question(
      number: 1, count: 1, prompt: [.text("Which epoch?")], body: [],
      answer: .options([option], isMultiple: false), explanation: [.paragraph([.text("secret")])])
    #expect(Self.sections(.question(question)).map(\.text) == ["Which epoch?"])
  }

  @Test func `of a long lesson the words beyond the bound are kept, each once`() {
    let long = (1...2000).map { "word\($0 % 1500)" }.joined(separator: " ")
    let sections = Self.sections(
      .paragraph([.text(long)]), .heading(level: 2, text: [.text("Late")], anchor: "learn-late"),
      .paragraph([.text("word1 zebra zebra")]))
    let text = sections.map { $0.text.count }.reduce(0, +)
    #expect(text <= SearchText.longest + 20 && text > SearchText.longest - 20)
    let words = Set(sections.flatMap { "\($0.text) \($0.words ?? "")".split(separator: " ") })
    #expect((0..<1500).allSatisfy { words.contains("word\($0)") || words.contains("word\($0)…") })
    #expect(sections.last?.words == "zebra" && sections.last?.text == "")
  }

  @Test func `an entry says of a lesson what its card and the search need`() throws {
    var checked = Samples.cosine
    checked.lesson.frontMatter.subject = "PyTorch"
    checked.lesson.frontMatter.field = nil
    checked.lesson.frontMatter.requires = [
      .init(file: "deep/one.md", range: .init(0, 1)), .init(file: "one.md", range: .init(1, 2)),
    ]
    let exhibit = Exhibit(checked)
    let entry = Course.Entry(exhibit, Page(exhibit))
    #expect(entry.title == checked.lesson.title && entry.subject == "PyTorch" && entry.field == nil)
    #expect(entry.requires == ["one"])
    let anchors = entry.sections.map(\.anchor)
    #expect(anchors.contains("visual-stage-4") && anchors.contains("visual-quiz"))
    let quiz = try #require(entry.sections.first { $0.anchor == "visual-quiz" })
    #expect(quiz.text.contains("What learning rate does epoch 6 train with?"))
  }
}
