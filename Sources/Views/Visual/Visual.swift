import Lessons

extension View {
  /// What flows through: the five stages, the run epoch by epoch, a sample layer by
  /// layer, the quiz, the insight.
  static let visual = View("visual", title: "Visual") { exhibit in
    let checked = exhibit.checked
    let weights = exhibit.epoch.map { WeightsAtEpoch(checked.trace, epoch: $0).blocks } ?? []
    return DataFlow(checked, view: "visual").blocks
      + EpochByEpoch(checked, view: "visual", epoch: exhibit.epoch).blocks + weights
      + LayerByLayer(checked, view: "visual", epoch: exhibit.earlierEpoch, units: exhibit.units).blocks
      + Quiz(checked, view: "visual").blocks
      + Insight(checked, view: "visual").blocks
  }
}

/// The lesson's key insight.
struct Insight {
  let blocks: [Block]

  init(_ checked: Checked, view: String) {
    let prose = Prose(checked: checked, view: view, lowered: 1)
    guard let section = checked.lesson.section(.keyInsight) else {
      blocks = []
      return
    }
    blocks = [.note(Note(.insight, title: prose.plain(section.title), blocks: prose.blocks(section.blocks)))]
  }
}
