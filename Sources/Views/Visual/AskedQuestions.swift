public import Lessons

extension Checked {
  /// The quiz's questions as they are asked, their options in the order that `seed` gives.
  public func askedQuestions(seed: UInt64) -> [Question] { Quiz(self, view: "visual").questions(seed: seed) }
}
