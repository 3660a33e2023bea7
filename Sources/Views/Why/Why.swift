import Lessons

extension View {
  /// Why bother: the author's reasons, then the same seed with the schedule off beside the lesson's run.
  static let why = View("why", title: "Why") { exhibit in
    exhibit.checked.section(.why, in: "why") + WithAndWithout(exhibit, view: "why").blocks
  }
}

extension Checked {
  /// What the author wrote in the section of `kind`, for `view`; empty without one.
  func section(_ kind: Section.Kind, in view: String) -> [Block] {
    Prose(checked: self, view: view).blocks(lesson.section(kind)?.blocks ?? [])
  }
}
