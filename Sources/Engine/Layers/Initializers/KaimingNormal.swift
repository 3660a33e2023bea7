/// Draws from N(0, gain² / fan).
struct KaimingNormal: InitializerKind {
  static let info = Info(
    "kaiming_normal_", KaimingSettings.parameters,
    summary: "Draws normally, as wide as keeps the variance behind a ReLU.",
    formula: #"\sigma = \frac{\text{gain}}{\sqrt{\text{fan}}}"#,
    source: "He et al., Delving deep into rectifiers, 2015")

  static let fewestAxes = 2

  let settings: KaimingSettings

  init(_ arguments: inout Arguments) {
    settings = KaimingSettings(&arguments)
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    kaimingNormal(values, fan: settings.fan(shape), gain: settings.gain, from: &generator)
  }
}
