/// The one list of every component there is: what lessons may name,
/// the reference prints and the tests go through.
public enum Catalog {
  /// Where samples come from.
  public static let datasets: [DatasetEntry] = [
    DatasetEntry(MakeClassification.self),
    DatasetEntry(MakeMoons.self),
    DatasetEntry(MakeCircles.self),
    DatasetEntry(MakeBlobs.self),
    DatasetEntry(MakeRegression.self),
    DatasetEntry(MakeSCurve.self),
    DatasetEntry(MakeSwissRoll.self),
    DatasetEntry(LoadIris.self),
    DatasetEntry(LoadWine.self),
    DatasetEntry(LoadBreastCancer.self),
    DatasetEntry(LoadDigits.self),
    DatasetEntry(LoadDiabetes.self),
    DatasetEntry(CSV.self),
    DatasetEntry(NPY.self),
    DatasetEntry(NPZ.self),
    DatasetEntry(IDX.self),
    DatasetEntry(Text.self),
  ]
  /// What is done to the samples before training.
  public static let transforms: [TransformEntry] = [
    TransformEntry(TrainTestSplit.self),
    TransformEntry(StandardScaler.self),
    TransformEntry(MinMaxScaler.self),
    TransformEntry(RobustScaler.self),
    TransformEntry(Normalizer.self),
    TransformEntry(Rescaling.self),
    TransformEntry(PCA.self),
    TransformEntry(PolynomialFeatures.self),
    TransformEntry(OneHotEncoder.self),
    TransformEntry(LabelEncoder.self),
  ]
  /// What a model is made of.
  public static let layers: [LayerEntry] = [
    LayerEntry(Linear.self),
    LayerEntry(Conv1d.self),
    LayerEntry(Conv2d.self),
    LayerEntry(ConvTranspose2d.self),
    LayerEntry(MaxPool1d.self),
    LayerEntry(MaxPool2d.self),
    LayerEntry(AvgPool1d.self),
    LayerEntry(AvgPool2d.self),
    LayerEntry(AdaptiveAvgPool2d.self),
    LayerEntry(Embedding.self),
    LayerEntry(RNN.self),
    LayerEntry(GRU.self),
    LayerEntry(LSTM.self),
    LayerEntry(MultiheadAttention.self),
    LayerEntry(TransformerEncoderLayer.self),
    LayerEntry(ReLU.self),
    LayerEntry(LeakyReLU.self),
    LayerEntry(PReLU.self),
    LayerEntry(ELU.self),
    LayerEntry(SELU.self),
    LayerEntry(CELU.self),
    LayerEntry(GELU.self),
    LayerEntry(SiLU.self),
    LayerEntry(Mish.self),
    LayerEntry(Softplus.self),
    LayerEntry(ReLU6.self),
    LayerEntry(Hardtanh.self),
    LayerEntry(Hardswish.self),
    LayerEntry(Hardsigmoid.self),
    LayerEntry(Tanh.self),
    LayerEntry(Sigmoid.self),
    LayerEntry(LogSigmoid.self),
    LayerEntry(Softsign.self),
    LayerEntry(Softmax.self),
    LayerEntry(LogSoftmax.self),
    LayerEntry(BatchNorm1d.self),
    LayerEntry(BatchNorm2d.self),
    LayerEntry(LayerNorm.self),
    LayerEntry(GroupNorm.self),
    LayerEntry(Dropout.self),
    LayerEntry(Dropout2d.self),
    LayerEntry(GaussianNoise.self),
    LayerEntry(RandomHorizontalFlip.self),
    LayerEntry(Flatten.self),
    LayerEntry(Unflatten.self),
    LayerEntry(Residual.self),
  ]
  /// What training makes small.
  public static let losses: [LossEntry] = [
    LossEntry(CrossEntropyLoss.self),
    LossEntry(NLLLoss.self),
    LossEntry(MSELoss.self),
    LossEntry(L1Loss.self),
    LossEntry(SmoothL1Loss.self),
    LossEntry(HuberLoss.self),
    LossEntry(BCELoss.self),
    LossEntry(BCEWithLogitsLoss.self),
    LossEntry(KLDivLoss.self),
    LossEntry(HingeEmbeddingLoss.self),
    LossEntry(SoftMarginLoss.self),
  ]
  /// How gradients move the weights.
  public static let optimizers: [OptimizerEntry] = [
    OptimizerEntry(SGD.self),
    OptimizerEntry(Adam.self),
    OptimizerEntry(AdamW.self),
    OptimizerEntry(RMSprop.self),
    OptimizerEntry(Adagrad.self),
    OptimizerEntry(Adadelta.self),
    OptimizerEntry(Adamax.self),
    OptimizerEntry(NAdam.self),
    OptimizerEntry(RAdam.self),
    OptimizerEntry(Rprop.self),
    OptimizerEntry(ASGD.self),
    OptimizerEntry(Adafactor.self),
    OptimizerEntry(Muon.self),
  ]
  /// How the learning rate changes over the run.
  public static let schedulers: [SchedulerEntry] = [
    SchedulerEntry(StepLR.self),
    SchedulerEntry(MultiStepLR.self),
    SchedulerEntry(ConstantLR.self),
    SchedulerEntry(LinearLR.self),
    SchedulerEntry(ExponentialLR.self),
    SchedulerEntry(PolynomialLR.self),
    SchedulerEntry(CosineAnnealingLR.self),
    SchedulerEntry(CosineAnnealingWarmRestarts.self),
    SchedulerEntry(CyclicLR.self),
    SchedulerEntry(OneCycleLR.self),
    SchedulerEntry(ReduceLROnPlateau.self),
    SchedulerEntry(SequentialLR.self),
    SchedulerEntry(ChainedScheduler.self),
    SchedulerEntry(LambdaLR.self),
    SchedulerEntry(MultiplicativeLR.self),
  ]
  /// How good a model is.
  public static let metrics: [MetricEntry] = [
    MetricEntry(Accuracy.self),
    MetricEntry(LossMetric.self),
    MetricEntry(Precision.self),
    MetricEntry(Recall.self),
    MetricEntry(F1.self),
    MetricEntry(ConfusionMatrix.self),
    MetricEntry(ClassificationReport.self),
    MetricEntry(LogLoss.self),
    MetricEntry(TopKAccuracy.self),
    MetricEntry(ROCAUC.self),
    MetricEntry(ROCCurve.self),
    MetricEntry(AveragePrecision.self),
    MetricEntry(PrecisionRecallCurve.self),
    MetricEntry(CalibrationCurve.self),
    MetricEntry(MeanSquaredError.self),
    MetricEntry(MeanAbsoluteError.self),
    MetricEntry(R2.self),
  ]
  /// How weights are drawn when a layer's own way is replaced.
  public static let initializers: [InitializerEntry] = [
    InitializerEntry(KaimingUniform.self),
    InitializerEntry(KaimingNormal.self),
    InitializerEntry(XavierUniform.self),
    InitializerEntry(XavierNormal.self),
    InitializerEntry(Orthogonal.self),
    InitializerEntry(Uniform.self),
    InitializerEntry(Normal.self),
    InitializerEntry(TruncatedNormal.self),
    InitializerEntry(Constant.self),
    InitializerEntry(Zeros.self),
    InitializerEntry(Ones.self),
    InitializerEntry(Eye.self),
  ]
  /// How samples are divided for cross-validation.
  public static let splitters: [SplitterEntry] = [
    SplitterEntry(KFold.self),
    SplitterEntry(StratifiedKFold.self),
  ]
  /// What the numbers of a run are, in the order of `Pipeline.Precision`.
  static let scalars: [ScalarEntry] = [
    ScalarEntry(Float.self),
    ScalarEntry(Double.self),
  ]
  /// How a run of each of these measures the folds of a cross-validation.
  static let folds: [FoldsEntry] = [
    FoldsEntry(Float.self),
    FoldsEntry(Double.self),
  ]
}

extension Category {
  /// What the catalog says of each of its components, in order.
  public var entries: [Info] {
    var entries: [Info] = []
    while let info = info(row: entries.count) { entries.append(info) }
    return entries
  }

  /// What the catalog says of the component in `row`; nil where there is none.
  /// Others are not asked: a page lacks them.
  func info(row: Int) -> Info? {
    func describe<Entry>(_ list: [Entry], _ info: (Entry) -> Info) -> Info? {
      list.indices.contains(row) ? info(list[row]) : nil
    }
    return switch self {
    case .dataset: describe(Catalog.datasets) { $0.info }
    case .transform: describe(Catalog.transforms) { $0.info }
    case .layer: describe(Catalog.layers) { $0.info }
    case .loss: describe(Catalog.losses) { $0.info }
    case .optimizer: describe(Catalog.optimizers) { $0.info }
    case .scheduler: describe(Catalog.schedulers) { $0.info }
    case .metric: describe(Catalog.metrics) { $0.info }
    case .initializer: describe(Catalog.initializers) { $0.info }
    case .splitter: describe(Catalog.splitters) { $0.info }
    }
  }
}
