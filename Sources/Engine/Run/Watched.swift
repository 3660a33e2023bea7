extension Epoch {
  /// The series `watched`; NaN for an accuracy that there is not.
  func value(of watched: Pipeline.Watched) -> Double {
    switch watched {
    case .valLoss: valLoss
    case .loss: loss
    case .valAccuracy: valAccuracy ?? .nan
    case .accuracy: accuracy ?? .nan
    }
  }
}

extension Pipeline {
  /// Throws where a plateau or early stopping watches an accuracy that data without classes does not have.
  func checkWatched(classes: Int) throws(EngineError) {
    guard classes == 0 else { return }
    let error = EngineError(
      .conflict("there are no classes, and so no accuracy to watch: watch val_loss or loss"))
    if let row = schedule.scheduler?.row, Catalog.schedulers[row].watchesMetric, schedule.watched.isAccuracy {
      throw error.at(.schedule)
    }
    if train.earlyStopping?.watched.isAccuracy == true { throw error.at(.training) }
  }
}

extension Pipeline.Watched {
  fileprivate var isAccuracy: Bool { self == .accuracy || self == .valAccuracy }
}
