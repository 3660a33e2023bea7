/// One validation sample on its way through the trained model.
public struct Prediction: Sendable, Equatable {
  /// What chose it.
  public var choice: Pipeline.Evaluate.Choice
  /// Its row in the validation part, from 0.
  public var row: Int
  /// Its row in the loaded data, from 0.
  public var loadedRow: Int
  /// The input, every parametrised layer with the activations that follow it, and the answer.
  public var steps: [PredictionStep]
  /// Class probabilities; empty in regression.
  public var probabilities: [Double]
  /// The answer: a class number, or a value per target column.
  public var answer: [Double]
  /// The truth: a class number, or a value per target column.
  public var target: [Double]

  /// The probability of the answer; nil in regression.
  public var probability: Double? {
    guard let first = answer.first, !probabilities.isEmpty else { return nil }
    return probabilities.count == 1
      ? max(probabilities[0], 1 - probabilities[0]) : probabilities[Int(first)]
  }

  /// Whether the answer is the truth; nil in regression.
  public var correct: Bool? { probabilities.isEmpty ? nil : answer == target }
}

/// One step of a prediction trace.
public struct PredictionStep: Sendable, Equatable {
  /// What it is.
  public var kind: Kind
  /// The layers it spans; empty for input and answer.
  public var layers: Range<Int>
  /// The shape of `values`.
  public var shape: Shape
  /// What the step ends with: the input, the activations, or the answer's probabilities or values.
  public var values: [Double]
  /// What the parametrised layer gave before the activations, or the logits behind probabilities;
  /// empty where nothing follows it, and for input and answer.
  public var preactivations: [Double]
  /// Of `values`.
  public var statistics: Statistics
  /// How each value came about, where the layer is a sum or a recurrence:
  /// the pre-activation, or the greatest or the mean of those that a pooling looks at; bounded in number.
  public var units: [Unit]

  /// What a step shows.
  public enum Kind: UInt8, Sendable { case input, layer, answer }
}

/// The sum Σ w·x + b that made one pre-activation, or the gates that made the state of a recurrent layer.
public struct Unit: Sendable, Equatable {
  /// Its place in the layer's output.
  public var index: Int
  /// The terms of the largest magnitude, largest first.
  public var terms: [Term]
  /// The sum of the terms that are not listed.
  public var rest: Double
  /// How many are not listed.
  public var restCount: Int
  /// The bias; nil without one.
  public var bias: Double?
  /// The pre-activation, the mean or the new state, as the run computed it.
  public var sum: Double
  /// The gates of a recurrent layer, in the order of its weights;
  /// empty of any other, as its terms are of this one.
  public var gates: [Gate] = []
  /// The state before; of a layer with a memory cell then the cell before, and the cell after.
  public var states: [Double] = []

  /// A gate of one unit: what comes from the input, and what from the state before.
  public struct Gate: Sendable, Equatable {
    /// W x + b, its place the row of the weights.
    public var input: Unit
    /// U h + c, its place the row of the weights.
    public var state: Unit
    /// What the layer makes of both, as the run computed it.
    public var value: Double
  }

  /// One product of the sum.
  public struct Term: Sendable, Equatable {
    /// The place of the input element.
    public var input: Int
    /// The input element.
    public var x: Double
    /// The weight that it meets.
    public var weight: Double
    /// weight · x in double precision.
    public var product: Double
  }
}
