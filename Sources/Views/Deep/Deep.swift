import Engine
import Lessons

extension View {
  /// How it works exactly: the author's account, then the schedule's formula with
  /// the run's numbers put into it.
  static let deep = View("deep", title: "Deep") { exhibit in
    exhibit.checked.section(.deepDive, in: "deep")
      + ScheduleInNumbers(exhibit.checked.trace, view: "deep", epoch: exhibit.epoch).blocks
  }
}
