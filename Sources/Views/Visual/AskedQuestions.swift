public import Lessons

extension Checked {
  /// `questions` as they are asked, their options in the order that `seed` gives.
  public func asked(_ questions: [Lessons.Question], seed: UInt64) -> [Question] {
    Quiz(self, view: "visual").questions(questions, seed: seed)
  }
}
