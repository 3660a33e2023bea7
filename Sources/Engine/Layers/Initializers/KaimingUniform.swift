/// Draws from U(−b, b), b = √3 · gain / √fan.
struct KaimingUniform: InitializerKind {
  static let info = Info(
    "kaiming_uniform_", KaimingSettings.parameters,
    summary: "Draws uniformly, as wide as keeps the variance behind a ReLU.",
    formula: #"b = \sqrt{3} \, \frac{\text{gain}}{\sqrt{\text{fan}}}"#,
    source: "He et al., Delving deep into rectifiers, 2015")

  static let fewestAxes = 2

  let settings: KaimingSettings

  init(_ arguments: inout Arguments) {
    settings = KaimingSettings(&arguments)
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    kaimingUniform(values, fan: settings.fan(shape), gain: settings.gain, from: &generator)
  }
}
