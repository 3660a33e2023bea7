/// Adam with weight decay on the weights themselves instead of in the gradient.
///
/// θ ← (1 − γ λ) θ, then Adam's step.
struct AdamW: OptimizerKind {
  static let info = Info(
    "AdamW",
    [
      .lr, .betas, .eps(1e-8), .weightDecay(1e-2, "shrinks the weights by this times the rate"),
      .flag("amsgrad", default: false, "never let a denominator shrink"),
      .maximize,
    ],
    summary: "Adam with weight decay that the gradient's size does not scale.",
    formula:
      #"\theta_t = (1 - \gamma \lambda) \theta_{t-1} - \gamma \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}"#,
    source: "Loshchilov and Hutter, Decoupled weight decay regularization, 2019",
    example: "lr: 0.001")

  private let adam: Adam

  init(_ arguments: inout Arguments) { adam = Adam(&arguments) { _ in true } }

  var base: Rate { adam.base }

  func slots(cyclingMomentum: Bool) -> Int { adam.slots(cyclingMomentum: cyclingMomentum) }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    adam.update(tensor, step: step, rate: rate)
  }
}
