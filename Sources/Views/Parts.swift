/// One of the five stages: a card in the strip, and what opens below it.
public struct Stage: Sendable, Equatable {
  /// The stage that it belongs to.
  public var hue: Hue
  /// From 1.
  public var number: Int
  /// What it is called.
  public var title: String
  /// One line.
  public var summary: String
  /// The shape that comes in, and the one that goes out.
  public var input: String
  /// The shape that goes out.
  public var output: String
  /// What it holds, in reading order.
  public var blocks: [Block]

  /// A stage.
  public init(
    hue: Hue, number: Int, title: String, summary: String, input: String, output: String, blocks: [Block]
  ) {
    self.hue = hue
    self.number = number
    self.title = title
    self.summary = summary
    self.input = input
    self.output = output
    self.blocks = blocks
  }
}

/// One step of a prediction trace.
public struct Step: Sendable, Equatable {
  /// From 1.
  public var number: Int
  /// What it is called.
  public var title: String
  /// What the step is, such as `Linear 20 → 64, ReLU`.
  public var detail: String
  /// The shape of its values.
  public var shape: String
  /// Lines under the shape, such as `27 of 64 units are zero`.
  public var facts: [String]
  /// The activations as a strip of tinted cells; nil where a figure below shows them.
  public var strip: Strip?
  /// Prose and figures: bars of probabilities, pictures.
  public var blocks: [Block]

  /// Values in a row of tinted cells; each may open to the sum that made it.
  public struct Strip: Sendable, Equatable {
    /// Its name, its reading and its hue.
    public var caption: Caption
    /// The values, in order.
    public var cells: [Tensor.Cell]
    /// The magnitude of the full tint.
    public var scale: Double
    /// The place of the cell that stands open at first; nil for none.
    public var chosen: Int?
    /// The sum behind it; nil where the run does not tell it.
    public var unit: UnitSum?
    /// The shape of one map, where the cells are feature maps, one after the other.
    public var map: Map?
    /// The number of the first cell.
    public var first: Int

    /// Rows and columns of a feature map.
    public struct Map: Sendable, Equatable {
      /// Cells from top to bottom.
      public var rows: Int
      /// Cells from left to right.
      public var columns: Int

      /// A map of `rows` and `columns`.
      public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
      }
    }

    /// A strip.
    public init(
      caption: Caption, cells: [Tensor.Cell], scale: Double, chosen: Int? = nil, unit: UnitSum? = nil,
      map: Map? = nil, first: Int = 1
    ) {
      self.caption = caption
      self.cells = cells
      self.scale = scale
      self.chosen = chosen
      self.unit = unit
      self.map = map
      self.first = first
    }
  }

  /// How a unit came about: the sum that made it, or sums and what joins them.
  public struct UnitSum: Sendable, Equatable {
    /// What it is called.
    public var title: String
    /// One of a weighted sum; of a recurrent layer one for each gate, then what joins them.
    public var parts: [Part]

    /// A sum, or what becomes of others.
    public struct Part: Sendable, Equatable {
      /// The terms of the largest magnitude, then those that are left out as one;
      /// none of what joins other parts.
      public var terms: Bars?
      /// The whole in one line: `Σ w·x + b = 5.028 + −0.255 = 4.773 → ReLU → 4.773`.
      public var equation: String

      /// A part.
      public init(terms: Bars? = nil, equation: String) {
        self.terms = terms
        self.equation = equation
      }
    }

    /// The parts that made what is called `title`.
    public init(title: String, parts: [Part]) {
      self.title = title
      self.parts = parts
    }
  }

  /// A step.
  public init(
    number: Int, title: String, detail: String, shape: String, facts: [String] = [], strip: Strip? = nil,
    blocks: [Block] = []
  ) {
    self.number = number
    self.title = title
    self.detail = detail
    self.shape = shape
    self.facts = facts
    self.strip = strip
    self.blocks = blocks
  }
}

/// Prose set apart.
public struct Note: Sendable, Equatable {
  /// What it is.
  public var kind: Kind
  /// What it is called.
  public var title: String
  /// What it holds, in reading order.
  public var blocks: [Block]

  /// What a note is.
  public enum Kind: String, Sendable { case insight, task, remark }

  /// A note.
  public init(_ kind: Kind, title: String, blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}

/// A quiz question as it is asked.
public struct Question: Sendable, Equatable {
  /// From 1, and of how many.
  public var number: Int
  /// How many questions there are.
  public var count: Int
  /// What is asked.
  public var prompt: [Inline]
  /// What stands between the question and its answers.
  public var body: [Block]
  /// What is asked for.
  public var answer: Answer
  /// What is said after any answer.
  public var explanation: [Block]

  /// What is asked for.
  public enum Answer: Sendable, Equatable {
    /// Options as they are shown, shuffled; several may be right if `isMultiple`.
    case options([Option], isMultiple: Bool)
    /// A number, right within the tolerance.
    case number(value: Double, tolerance: Double, text: String)
    /// Text: any of the spellings.
    case text([String])
    /// Items as they are shown, shuffled; `order` lists their places in the right order.
    case ordering(items: [[Inline]], order: [Int])
  }

  /// An option.
  public struct Option: Sendable, Equatable {
    /// The text.
    public var text: [Inline]
    /// Whether it answers the question.
    public var isRight: Bool
    /// What is said when it is chosen.
    public var feedback: [Block]
    /// The place in the page that proves it: an anchor and what the link says; nil without one.
    public var proof: Proof?

    /// An option.
    public init(text: [Inline], isRight: Bool, feedback: [Block], proof: Proof? = nil) {
      self.text = text
      self.isRight = isRight
      self.feedback = feedback
      self.proof = proof
    }
  }

  /// Where the page proves an answer.
  public struct Proof: Sendable, Equatable {
    /// The place in the page.
    public var anchor: String
    /// The text.
    public var text: String
    /// What shows it alone in a terminal, such as `--stage 4`; empty where nothing does.
    public var option: String

    /// The place `anchor`.
    public init(anchor: String, text: String, option: String = "") {
      self.anchor = anchor
      self.text = text
      self.option = option
    }
  }

  /// A question.
  public init(
    number: Int, count: Int, prompt: [Inline], body: [Block], answer: Answer, explanation: [Block]
  ) {
    self.number = number
    self.count = count
    self.prompt = prompt
    self.body = body
    self.answer = answer
    self.explanation = explanation
  }
}
