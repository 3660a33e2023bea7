/// What a project asks for, with what the lesson's own run has.
public struct Goals: Sendable, Equatable {
  /// The targets, in order.
  public var targets: [Target]

  /// One target.
  public struct Target: Sendable, Equatable {
    /// As the lesson has it.
    public var text: String
    /// What the lesson's own run has.
    public var reading: String
    /// Whether the lesson's own run meets it.
    public var isMet: Bool
    /// The target as a page judges it by a run's printed numbers; nil where it cannot.
    public var condition: String?

    /// A target.
    public init(text: String, reading: String, isMet: Bool, condition: String?) {
      self.text = text
      self.reading = reading
      self.isMet = isMet
      self.condition = condition
    }
  }

  /// The goals `targets`.
  public init(targets: [Target]) { self.targets = targets }
}

/// A program to start from, in cells that `# %%` begins.
public struct Script: Sendable, Equatable {
  /// What its files are called, without an ending.
  public var file: String
  /// The program.
  public var text: String

  /// The program `text`.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }
}

/// Something to remember.
public struct Card: Sendable, Equatable {
  /// What is asked.
  public var front: [Inline]
  /// What belongs to the question, such as the options to choose from.
  public var body: [Block]
  /// What is to be remembered.
  public var back: [Block]
  /// The question of the page that the card repeats; nil for one of its own.
  public var question: Place?

  /// A question of a page.
  public struct Place: Sendable, Equatable {
    /// The name of its view.
    public var view: String
    /// From 1.
    public var number: Int

    /// Question `number` of the view `view`.
    public init(view: String, number: Int) {
      self.view = view
      self.number = number
    }
  }

  /// A card.
  public init(front: [Inline], body: [Block] = [], back: [Block], question: Place? = nil) {
    self.front = front
    self.body = body
    self.back = back
    self.question = question
  }
}
