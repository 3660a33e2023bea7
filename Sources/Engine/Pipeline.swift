/// The five stages of a lesson as typed settings: components of the catalog and numbers, ready to run.
public struct Pipeline: Sendable, Equatable {
  /// The one seed of the run: weights, shuffling and dropout as `torch.manual_seed`,
  /// and the default `random_state`.
  public var seed: UInt64
  /// The tensors' element type, as `torch.set_default_dtype`.
  public var precision: Precision
  /// Stage 1: where the samples come from.
  public var load: Load
  /// Applied in order; whatever is fitted is fitted on the training part only.
  public var preprocess: [Component]
  /// Whether the lesson left the split out, so that it was put first.
  public var impliesSplit = false
  /// Stage 3: the model and how it is trained.
  public var train: Train
  /// Stage 4: the learning rate over time.
  public var schedule: Schedule
  /// Stage 5: what is measured and followed.
  public var evaluate: Evaluate

  /// The element type of a run's tensors.
  public enum Precision: UInt8, Sendable { case float32, float64 }

  /// Stage 1: where the samples come from.
  public struct Load: Sendable, Equatable {
    /// The generator, or the file.
    public var dataset: Component
    /// How many samples the trace shows, from 1.
    public var preview: Int
    /// Keep only the first rows; nil for all.
    public var take: Int?

    /// Loads `dataset`.
    public init(_ dataset: Component, preview: Int = 5, take: Int? = nil) {
      self.dataset = dataset
      self.preview = preview
      self.take = take
    }
  }

  /// Stage 3: the model and how it is trained.
  public struct Train: Sendable, Equatable {
    /// The layers, in order.
    public var model: [Component]
    /// What training makes small.
    public var loss: Component
    /// How gradients move the weights.
    public var optimizer: Component
    /// Rows per step, from 1.
    public var batchSize: Int
    /// Passes over the training part, from 1.
    public var epochs: Int
    /// Whether the DataLoader shuffles.
    public var shuffle = true
    /// Whether a short last batch is dropped.
    public var dropLast = false
    /// The seed of a generator of the DataLoader's own; nil: it draws from the global one.
    public var loaderSeed: UInt64?
    /// `clip_grad_norm_`'s max_norm.
    public var clipGradNorm: Double?
    /// `clip_grad_value_`'s clip_value.
    public var clipGradValue: Double?
    /// Layers with optimizer settings of their own, as PyTorch's `param_groups`.
    public var groups: [ParameterGroup] = []
    /// Batches whose gradients are added up to one step, from 1.
    public var accumulation = 1
    /// The decay of an exponential moving average of the weights that evaluation uses, as `AveragedModel`'s.
    public var averaging: Double?
    /// Stops when the watched series has not improved for so many epochs.
    public var earlyStopping: EarlyStopping?

    /// Trains `model` for `epochs` epochs.
    public init(model: [Component], loss: Component, optimizer: Component, batchSize: Int, epochs: Int) {
      self.model = model
      self.loss = loss
      self.optimizer = optimizer
      self.batchSize = batchSize
      self.epochs = epochs
    }
  }

  /// Layers that the optimizer treats apart.
  public struct ParameterGroup: Sendable, Equatable {
    /// The layers by their place in the model, from 0.
    public var layers: [Int]
    /// The lesson's optimizer with the group's own arguments.
    public var optimizer: Component

    /// Moves `layers` with `optimizer`.
    public init(layers: [Int], optimizer: Component) {
      self.layers = layers
      self.optimizer = optimizer
    }
  }

  /// When training ends before its last epoch.
  public struct EarlyStopping: Sendable, Equatable {
    /// Epochs without improvement that are borne.
    public var patience: Int
    /// An improvement is more than this.
    public var minDelta: Double
    /// The series that must improve.
    public var watched: Watched

    /// Stops after `patience` epochs in which `watched` did not improve by more than `minDelta`.
    public init(patience: Int, minDelta: Double = 0, watched: Watched = .valLoss) {
      self.patience = patience
      self.minDelta = minDelta
      self.watched = watched
    }
  }

  /// A series of the run that a plateau or early stopping watches.
  public enum Watched: UInt8, Sendable, CaseIterable {
    case valLoss, loss, valAccuracy, accuracy

    /// Its name in a lesson.
    public var name: StaticString {
      switch self {
      case .valLoss: "val_loss"
      case .loss: "loss"
      case .valAccuracy: "val_accuracy"
      case .accuracy: "accuracy"
      }
    }
  }

  /// Stage 4: the learning rate over time.
  public struct Schedule: Sendable, Equatable {
    /// The scheduler; nil for `none`.
    public var scheduler: Component?
    /// When it steps.
    public var cadence: Cadence
    /// What ReduceLROnPlateau watches.
    public var watched: Watched

    /// When a scheduler steps.
    public enum Cadence: UInt8, Sendable { case epoch, batch }

    /// Steps `scheduler` at every `cadence`.
    public init(_ scheduler: Component?, cadence: Cadence = .epoch, watched: Watched = .valLoss) {
      self.scheduler = scheduler
      self.cadence = cadence
      self.watched = watched
    }
  }

  /// Stage 5: what is measured, and which validation rows are followed through the layers.
  public struct Evaluate: Sendable, Equatable {
    /// What is measured on the validation part.
    public var metrics: [Component]
    /// How the samples are divided for cross-validation; nil for none.
    public var crossValidation: Component?
    /// Which validation rows are followed through the layers.
    public var predict: [Choice]

    /// A validation row, by number from 0 or by what the run says of it.
    public enum Choice: Sendable, Equatable {
      case row(Int)
      case mostConfident, leastConfident, misclassified
    }

    /// Measures `metrics` and follows `predict`.
    public init(metrics: [Component], predict: [Choice] = [.row(0)]) {
      self.metrics = metrics
      self.predict = predict
    }
  }

  /// The five stages.
  public init(
    seed: UInt64, precision: Precision, load: Load, preprocess: [Component], train: Train, schedule: Schedule,
    evaluate: Evaluate
  ) {
    self.seed = seed
    self.precision = precision
    self.load = load
    self.preprocess = preprocess
    self.train = train
    self.schedule = schedule
    self.evaluate = evaluate
  }
}
