/// What a run did: every number that a page, a terminal or an export shows comes from here.
///
/// Numbers are `Double`, whatever the run's precision: every `Float` is one exactly.
public struct Trace: Sendable, Equatable {
  /// What was run.
  public var pipeline: Pipeline
  /// Stage 1: the data as loaded.
  public var load: LoadTrace
  /// Stage 2: the data as trained on.
  public var preprocess: PreprocessTrace
  /// Stage 3: the model, before and after training.
  public var model: ModelTrace
  /// One entry per epoch, in order.
  public var epochs: [Epoch]
  /// One entry per optimizer step, in order.
  public var steps: Steps
  /// The rate that one more epoch would train with.
  public var nextRate: Rate
  /// Whether early stopping ended training before its last epoch.
  public var stoppedEarly: Bool
  /// The traced samples, in the order of `evaluate.predict`.
  public var predictions: [Prediction]
  /// One measurement per metric of the evaluate stage, in order.
  public var evaluation: [Measurement]
  /// What the model says of every validation row.
  public var outcome: Outcome
  /// How models trained alike do on data held out; nil where the lesson does not ask.
  public var crossValidation: CrossValidation?
}

/// What one epoch did. Epochs count from 1.
public struct Epoch: Sendable, Equatable {
  /// Its number, from 1.
  public var epoch: Int
  /// What it trains with: at its first step, where the schedule steps by the batch.
  public var rate: Rate
  /// The mean of the training loss over the epoch's samples, from the passes that trained.
  public var loss: Double
  /// The share of training samples that those passes got right; nil in regression.
  public var accuracy: Double?
  /// The loss on the validation part after the epoch, in evaluation mode.
  public var valLoss: Double
  /// The share of the validation part that is right; nil in regression.
  public var valAccuracy: Double?
  /// The mean over the epoch's steps of the gradient's L2 norm, before any clipping.
  public var gradNorm: Double
}

/// What each optimizer step did: parallel lists, one entry per step of the run unless empty.
public struct Steps: Sendable, Equatable {
  /// Steps per epoch.
  public var perEpoch: Int
  /// The learning rate.
  public var lr: [Double] = []
  /// SGD's momentum or Adam's β₁; empty where the optimizer has none.
  public var momentum: [Double] = []
  /// The batch's loss, before the step.
  public var loss: [Double] = []
  /// The share of the batch that was right, before the step; empty in regression.
  public var accuracy: [Double] = []
  /// The gradient's L2 norm, before any clipping.
  public var gradNorm: [Double] = []
}

/// Mean, deviation, extremes and distribution of one column or tensor.
public struct Statistics: Sendable, Equatable {
  /// The arithmetic mean.
  public var mean: Double
  /// The standard deviation of the population: the divisor is the count.
  public var deviation: Double
  /// The smallest value.
  public var minimum: Double
  /// The largest value.
  public var maximum: Double
  /// How many values are exactly 0.
  public var zeros: Int
  /// How many values fall into each of equally wide bins from `minimum` to `maximum`.
  public var histogram: [Int]
}

/// Some rows of a table, as they were at one point of the pipeline.
public struct Sample: Sendable, Equatable {
  /// Which rows of the loaded data they are, from 0.
  public var rows: [Int]
  /// Their features, `[rows, columns]`.
  public var features: [Double]
  /// Their targets, `[rows, targetColumns]`.
  public var targets: [Double]
  /// Values per row.
  public var columns: Int
}

/// Stage 1: the data as loaded.
public struct LoadTrace: Sendable, Equatable {
  /// Number of rows.
  public var samples: Int
  /// Number of features per row.
  public var features: Int
  /// Number of classes; 0 when the target is a value.
  public var classes: Int
  /// Values per target.
  public var targetColumns: Int
  /// What the features are called; empty for x₁, x₂, …
  public var featureNames: [String]
  /// What the classes are called; empty for 0, 1, …
  public var classNames: [String]
  /// Whether features are class numbers too, such as the tokens of a text.
  public var hasTokens: Bool
  /// Samples per class; empty in regression.
  public var classCounts: [Int]
  /// The first rows.
  public var preview: Sample
  /// Per feature.
  public var statistics: [Statistics]
  /// Of the target; nil in classification.
  public var target: Statistics?
  /// All points `[samples, 2]` where there are two features, for a picture of the plane; else empty.
  public var points: [Double]
  /// The points' targets; empty where `points` is.
  public var pointTargets: [Double]
}

/// Stage 2: the data as trained on.
public struct PreprocessTrace: Sendable, Equatable {
  /// One entry per transform that ran, the split among them, in order.
  public var transforms: [TransformTrace]
  /// Which row of the loaded data each training row is.
  public var trainRows: [Int]
  /// Which row of the loaded data each validation row is.
  public var validationRows: [Int]
  /// Training samples per class; empty in regression.
  public var trainClassCounts: [Int]
  /// Validation samples per class; empty in regression.
  public var validationClassCounts: [Int]
  /// Features per row at the end.
  public var features: Int
}

/// One transform: the training part before and after it.
public struct TransformTrace: Sendable, Equatable {
  /// What the lesson names.
  public var component: Component
  /// What was learned from the training part.
  public var fitted: Fitted
  /// The shape `[rows, features]` of what came in.
  public var input: Shape
  /// The shape of the training part that came out.
  public var output: Shape
  /// The shape of the validation part that came out.
  public var validation: Shape
  /// The same rows of the training part before it and after it.
  public var before: Sample
  /// Those rows after the transform.
  public var after: Sample
  /// Per feature of the training part, before and after.
  public var statisticsBefore: [Statistics]
  /// Per feature of the training part, after the transform.
  public var statisticsAfter: [Statistics]
}

/// Stage 3: the model.
public struct ModelTrace: Sendable, Equatable {
  /// One entry per layer of the lesson, in order.
  public var layers: [LayerTrace]
  /// Number of trainable numbers.
  public var parameterCount: Int
  /// Every trainable number before training, in PyTorch's order.
  public var initialParameters: [Double]
  /// Every trainable number after training.
  public var finalParameters: [Double]
  /// The first batch, as the model got it.
  public var firstBatch: Sample
  /// What the model's output means.
  public var link: Link
  /// Every trainable number after each epoch, `[epochs, parameterCount]`;
  /// empty where that would pass the bound.
  public var snapshots: [Double]
}

/// One layer of the model.
public struct LayerTrace: Sendable, Equatable {
  /// What the lesson names.
  public var component: Component
  /// The shape of one sample that comes in.
  public var input: Shape
  /// The shape of one sample that goes out.
  public var output: Shape
  /// Its trainable tensors, places in the model's flat parameters.
  public var weights: [Weight]
  /// Multiplications, with a sum each, for one sample.
  public var multiplyAdds: Int

  /// Number of its trainable numbers.
  public var parameterCount: Int { weights.reduce(0) { $0 + $1.shape.count } }
}
