/// The lessons of one site, in the order in which they are to be read.
///
/// ```swift
/// let course = Course(pages.map(\.entry))
/// course.neighbours(of: "dropout").next
/// ```
public struct Course: Sendable, Equatable {
  /// Each lesson behind those that it requires, otherwise as given.
  public let lessons: [Entry]

  /// The course of `entries`; of two with one slug, the first.
  ///
  /// Where lessons require one another, the first given goes first.
  public init(_ entries: some Sequence<Entry>) {
    var waiting: [Entry] = []
    var slugs: Set<String> = []
    for entry in entries where slugs.insert(entry.slug).inserted { waiting.append(entry) }
    var lessons: [Entry] = []
    while !waiting.isEmpty {
      let left = Set(waiting.map(\.slug))
      let next = waiting.firstIndex { left.isDisjoint(with: $0.requires) } ?? waiting.startIndex
      lessons.append(waiting.remove(at: next))
    }
    self.lessons = lessons
  }

  /// The lesson `slug`; nil where it is not in the course.
  public func lesson(_ slug: String) -> Entry? { lessons.first { $0.slug == slug } }

  /// What stands around the lesson `slug`.
  public func neighbours(of slug: String) -> Neighbours {
    guard let place = lessons.firstIndex(where: { $0.slug == slug }) else { return Neighbours() }
    return Neighbours(
      previous: place > 0 ? lessons[place - 1] : nil,
      next: place + 1 < lessons.count ? lessons[place + 1] : nil,
      required: lessons[place].requires.compactMap { lesson($0) }, number: place + 1, count: lessons.count)
  }

  /// What stands around a lesson in its course.
  public struct Neighbours: Sendable, Equatable {
    /// The lesson before, and the one after; nil at the ends.
    public var previous, next: Entry?
    /// The lessons of the course that it requires.
    public var required: [Entry] = []
    /// Its place from 1, and of how many.
    public var number = 1, count = 1

    /// Those of a lesson on its own.
    public init() {}

    init(previous: Entry?, next: Entry?, required: [Entry], number: Int, count: Int) {
      (self.previous, self.next, self.required) = (previous, next, required)
      (self.number, self.count) = (number, count)
    }
  }
}

extension Course {
  /// What a course knows of a lesson: its card, what it requires, and the words by which it is found.
  public struct Entry: Sendable, Equatable, Codable {
    /// Names its page.
    public var slug: String
    /// BCP 47 tag of its prose.
    public var language: String
    /// What it is called, and what it is about in one sentence.
    public var title, summary: String
    /// The badges; nil where the lesson has none.
    public var subject, field: String?
    /// Reading time.
    public var minutes: Int
    /// The slugs of the lessons to read first.
    public var requires: [String]
    /// The parts of the page that the search looks through, in reading order.
    public var sections: [Section]

    /// A lesson.
    public init(
      slug: String, language: String = "en", title: String, summary: String = "", subject: String? = nil,
      field: String? = nil, minutes: Int = 1, requires: [String] = [], sections: [Section] = []
    ) {
      (self.slug, self.language, self.title, self.summary) = (slug, language, title, summary)
      (self.subject, self.field, self.minutes) = (subject, field, minutes)
      (self.requires, self.sections) = (requires, sections)
    }
  }

  /// A part of a page, as the search finds it.
  public struct Section: Sendable, Equatable, Codable {
    /// Its place in the page; empty for the page's beginning.
    public var anchor: String
    /// The title of the view that it is in.
    public var view: String
    /// Its heading; empty for the introduction.
    public var title: String
    /// Its words as they are read, up to a bound.
    public var text: String
    /// The words beyond that bound which stand nowhere before; nil where there are none.
    public var words: String?

    /// A part at `anchor`.
    public init(anchor: String, view: String, title: String, text: String, words: String? = nil) {
      (self.anchor, self.view, self.title) = (anchor, view, title)
      (self.text, self.words) = (text, words)
    }
  }
}
