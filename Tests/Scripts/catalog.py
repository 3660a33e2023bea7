"""Small lessons over the whole catalog, whose PyTorch scripts Tools/check-scripts runs: each changes one thing."""

import numpy as np

LESSON = """---
title: {name}
seed: 7
dtype: {dtype}
---

## Load

```yaml load
{load}
```

## Preprocess

```yaml preprocess
{preprocess}
```

## Train

```yaml train
model: [ {model} ]
loss:
  {loss}
optimizer:
  {optimizer}
batch_size: 16
epochs: {epochs}
{settings}
```

## Schedule

```yaml schedule
{schedule}
```

## Evaluate

```yaml evaluate
metrics: [ {metrics} ]
predict: 0
{evaluate}
```
"""


def network(outputs, hidden="ReLU"):
    return f"Linear: {{ out_features: 8 }}, {hidden}, Linear: {{ out_features: {outputs} }}"


BASE = {
    "dtype": "float32", "load": "make_moons: { n_samples: 120, noise: 0.2 }",
    "preprocess": "[train_test_split: { stratify: true }, StandardScaler]", "model": network(2),
    "loss": "CrossEntropyLoss", "optimizer": "SGD: { lr: 0.1, momentum: 0.9 }", "epochs": 4, "settings": "",
    "schedule": "none", "metrics": "accuracy", "evaluate": "",
}
BOTH = ("float32", "float64")

# The changes that make another kind of lesson.
REGRESSION = {"preprocess": "[train_test_split, StandardScaler: { target: true }]", "loss": "MSELoss",
              "metrics": "mse, mae, r2"}
ONE_TARGET = REGRESSION | {"load": "make_regression: { n_samples: 100, n_features: 5, noise: 1 }", "model": network(1)}
IRIS = {"load": "load_iris", "model": network(3, "Tanh")}
IMAGES = {"load": "load_digits: {}\ntake: 200", "epochs": 2, "optimizer": "SGD: { lr: 0.05 }",
          "preprocess": "[train_test_split: { test_size: 0.2 }, Rescaling: { scale: 0.0625 }]"}

# What the data is, and how many outputs the model has.
CLASSES = {
    "make_moons: { n_samples: [60, 50], noise: 0.1, shuffle: true }": 2,
    "make_circles: { n_samples: 100, factor: 0.5, noise: 0.05 }": 2,
    "make_blobs: { n_samples: 100, n_features: 3, centers: 4, cluster_std: 2.5, center_box: [-5, 5] }": 4,
    "make_blobs: { n_samples: [40, 60, 30], cluster_std: [1, 2, 3] }": 3,
    "make_classification: { n_samples: 150, n_features: 12, n_informative: 5, n_repeated: 1, n_classes: 3,"
    " weights: [0.5, 0.3, 0.2], class_sep: 1.5, hypercube: false, shift: None, scale: None, random_state: 3 }": 3,
    "load_wine": 3, "load_breast_cancer": 2, "load_digits: { n_class: 5 }\ntake: 300": 5,
    "csv: { path: words.csv, target: kind }": 3, "csv: { path: numbers.csv, target: grade }": 3,
    "npy: { path: x.npy, target: y.npy }": 3, "npz: { path: data.npz, x: X, y: y }": 3,
    "idx: { images: images.idx, labels: labels.idx }": 3,
}
VALUES = {
    "make_regression: { n_samples: 100, n_features: 6, n_informative: 4, n_targets: 2, bias: 3.5, noise: 0.5 }": 2,
    "make_regression: { n_samples: 100, n_features: 6, effective_rank: 2, tail_strength: 0.3 }": 1,
    "make_s_curve: { n_samples: 100, noise: 0.1 }": 1, "make_swiss_roll: { n_samples: 100, noise: 0.1, hole: true }": 1,
    "load_diabetes: { scaled: false }": 1, "csv: { path: houses.csv, target: price }": 1,
    "npy: { path: x.npy, target: values.npy }": 2,
}
TRANSFORMS = [
    "train_test_split: { train_size: 100, test_size: 30, random_state: 5 }",
    "train_test_split: { test_size: 40, shuffle: false }, StandardScaler: { with_mean: false }",
    "StandardScaler, train_test_split: { test_size: 0.3 }",
    "train_test_split, MinMaxScaler: { feature_range: [-1, 1], clip: true }",
    "train_test_split, RobustScaler: { quantile_range: [10, 90], unit_variance: true }",
    "train_test_split, Normalizer: { norm: l1 }", "Rescaling: { scale: 0.25, offset: -0.5 }, train_test_split",
    "train_test_split, StandardScaler, PCA: { n_components: 2, whiten: true }",
    "train_test_split, PCA: { n_components: 0.95 }", "train_test_split, PCA",
    "train_test_split, PolynomialFeatures: { degree: 3, interaction_only: true, include_bias: false }, StandardScaler",
    "train_test_split, StandardScaler, PolynomialFeatures: { degree: [1, 2] }",
]
IMAGE_LAYERS = [
    "Conv2d: { out_channels: 4, kernel_size: [3, 2], stride: [2, 1], padding: [1, 0] }, ReLU",
    "Conv2d: { out_channels: 4, kernel_size: 3, padding: same, padding_mode: reflect },"
    " Conv2d: { out_channels: 4, kernel_size: 3, groups: 2, bias: false, padding: valid }",
    "Conv2d: { out_channels: 4, kernel_size: 3 },"
    " ConvTranspose2d: { out_channels: 3, kernel_size: 2, stride: 2, output_padding: 1 }",
    "MaxPool2d: { kernel_size: 3, stride: 2, padding: 1, ceil_mode: true }",
    "AvgPool2d: { kernel_size: 2, padding: 1, count_include_pad: false }",
    "AvgPool2d: { kernel_size: 2, divisor_override: 3 }", "AdaptiveAvgPool2d: { output_size: [2, 3] }",
    "Conv2d: { out_channels: 4, kernel_size: 3 }, BatchNorm2d: { momentum: None, eps: 0.001 }, ReLU",
    "Conv2d: { out_channels: 4, kernel_size: 3 }, BatchNorm2d: { affine: false, track_running_stats: false }",
    "Conv2d: { out_channels: 4, kernel_size: 3 }, GroupNorm: { num_groups: 2 }, Dropout2d: { p: 0.3 }",
    "RandomHorizontalFlip, Conv2d: { out_channels: 4, kernel_size: 3 }, ReLU",
    "LayerNorm: { normalized_shape: [8, 8], bias: false }", "Softmax: { dim: 2 }",
    "Conv2d: { out_channels: 4, kernel_size: 3 }, Residual: { layers: [ Conv2d: { out_channels: 4, kernel_size: 3,"
    " padding: 1, init: { weight: xavier_normal_ } }, ReLU, BatchNorm2d ] }, PReLU: { num_parameters: 4 }",
]
SEQUENCE_LAYERS = [
    "Conv1d: { out_channels: 5, kernel_size: 3, stride: 2, padding: 1, padding_mode: circular },"
    " MaxPool1d: { kernel_size: 2 }",
    "Conv1d: { out_channels: 5, kernel_size: 3, padding: same }, AvgPool1d: { kernel_size: 2, stride: 1 }",
    "RNN: { hidden_size: 6, nonlinearity: relu, batch_first: true }",
    "GRU: { hidden_size: 6, batch_first: true, returns: h_n }", "LSTM: { hidden_size: 6 }",
    "LSTM: { hidden_size: 6, batch_first: true },"
    " LSTM: { hidden_size: 5, batch_first: true, returns: h_n, bias: false }",
    "MultiheadAttention: { num_heads: 2, batch_first: true, is_causal: true, bias: false, dropout: 0.1 }",
    "MultiheadAttention: { num_heads: 4, is_causal: true }",
    "TransformerEncoderLayer: { nhead: 2, dim_feedforward: 16, batch_first: true, dropout: 0.1 }",
    "TransformerEncoderLayer: { nhead: 2, dim_feedforward: 16, batch_first: true, is_causal: true,"
    " activation: gelu, norm_first: true, dropout: 0 }",
    "MultiheadAttention: { num_heads: 2, batch_first: true }, Tanh, Dropout: { p: 0.2 }",
    "MultiheadAttention: { num_heads: 2, batch_first: true }, GaussianNoise: { std: 0.3 }",
    "LayerNorm, Linear: { out_features: 4 }, LayerNorm: { elementwise_affine: false }", "BatchNorm1d",
    "Residual: { layers: [LayerNorm, MultiheadAttention: { num_heads: 2, batch_first: true }] }",
]
ACTIVATIONS = [
    "LeakyReLU: { negative_slope: 0.2 }", "PReLU: { init: 0.1 }", "ELU: { alpha: 0.7 }", "SELU", "CELU: { alpha: 1.3 }",
    "GELU", "GELU: { approximate: tanh }", "SiLU", "Mish", "Softplus: { beta: 2, threshold: 10 }", "ReLU6",
    "Hardtanh: { min_val: -0.5, max_val: 2 }", "Hardswish", "Hardsigmoid", "Tanh", "Sigmoid", "LogSigmoid", "Softsign",
    "Softmax", "LogSoftmax", "BatchNorm1d", "LayerNorm", "GroupNorm: { num_groups: 2 }", "Dropout: { p: 0.3 }",
    "GaussianNoise: { std: 0.2 }", "Residual: { layers: [Linear: { out_features: 8, bias: false }, ReLU] }",
]
INITIALIZERS = [
    "{ kaiming_uniform_: { a: 0.1, mode: fan_out, nonlinearity: relu } }", "kaiming_normal_", "xavier_normal_",
    "{ xavier_uniform_: { gain: 1.5 } }", "{ orthogonal_: { gain: 0.9 } }", "{ uniform_: { a: -0.2, b: 0.2 } }",
    "{ normal_: { std: 0.3 } }", "{ trunc_normal_: { std: 0.2, a: -0.3, b: 0.3 } }", "{ constant_: { val: 0.02 } }",
    "zeros_", "ones_", "eye_",
]
CLASS_LOSSES = {
    "CrossEntropyLoss: { weight: [1, 2], label_smoothing: 0.1, reduction: sum }": network(2),
    "CrossEntropyLoss: { ignore_index: 1 }": network(2),
    "NLLLoss: { weight: [0.5, 2] }": network(2) + ", LogSoftmax",
    "BCELoss: { weight: [0.7] }": network(1) + ", Sigmoid",
    "BCEWithLogitsLoss: { pos_weight: [2.0] }": network(1),
}
VALUE_LOSSES = [
    "MSELoss", "L1Loss: { reduction: sum }", "SmoothL1Loss: { beta: 0.5 }", "HuberLoss: { delta: 0.7 }",
    "KLDivLoss: { reduction: batchmean, log_target: true }", "HingeEmbeddingLoss: { margin: 0.8 }", "SoftMarginLoss",
]
OPTIMIZERS = [
    "SGD: { lr: 0.1, momentum: 0.8, dampening: 0.1, weight_decay: 0.01 }",
    "SGD: { lr: 0.1, momentum: 0.8, nesterov: true }",
    "Adam: { lr: 0.01, betas: [0.8, 0.99], amsgrad: true, weight_decay: 0.01 }",
    "Adam: { lr: 0.01, decoupled_weight_decay: true, weight_decay: 0.1 }", "Adam: { lr: 0.01, eps: 1.0e-6 }",
    "AdamW: { lr: 0.01 }", "RMSprop: { lr: 0.01, centered: true, momentum: 0.5 }", "Adadelta: { lr: 1.0 }",
    "Adagrad: { lr: 0.1, lr_decay: 0.01, initial_accumulator_value: 0.1 }", "Adamax: { lr: 0.01 }",
    "NAdam: { lr: 0.01, weight_decay: 0.01, decoupled_weight_decay: true }", "RAdam: { lr: 0.05 }",
    "Rprop: { lr: 0.01 }", "ASGD: { lr: 0.05, t0: 5 }", "Adafactor: { lr: 0.05 }",
    "Adafactor: { lr: 0.05, eps: [0.0001, 0.01], d: 2 }",
]
SCHEDULES = [
    "StepLR: { step_size: 2, gamma: 0.5 }", "MultiStepLR: { milestones: [2], gamma: 0.3 }",
    "ConstantLR: { total_iters: 3 }", "LinearLR: { start_factor: 0.2, total_iters: 4 }",
    "ExponentialLR: { gamma: 0.8 }", "PolynomialLR: { total_iters: 6, power: 2 }",
    "CosineAnnealingLR: { T_max: 3, eta_min: 0.001 }", "CosineAnnealingLR: { T_max: 20 }\nstep: batch",
    "CosineAnnealingWarmRestarts: { T_0: 2, T_mult: 2 }",
    "CyclicLR: { base_lr: 0.01, max_lr: 0.1, step_size_up: 5, mode: exp_range, gamma: 0.99 }\nstep: batch",
    "OneCycleLR: { max_lr: 0.2, epochs: 8, steps_per_epoch: 6, three_phase: true, anneal_strategy: linear }"
    "\nstep: batch",
    "ReduceLROnPlateau: { patience: 0, factor: 0.5 }",
    "ReduceLROnPlateau: { patience: 0, mode: max, threshold_mode: abs, threshold: 0.01 }\nmetric: accuracy",
    "SequentialLR: { schedulers: [ LinearLR: { start_factor: 0.2, total_iters: 2 }, CosineAnnealingLR: { T_max: 4 },"
    " ExponentialLR: { gamma: 0.9 } ], milestones: [2, 5] }",
    "ChainedScheduler: { schedulers: [ LinearLR: { start_factor: 0.2, total_iters: 4 },"
    " ExponentialLR: { gamma: 0.9 } ] }",
    'LambdaLR: { lr_lambda: "lambda e: min(1, (e + 1) / 3) * (0.5 * (1 + cos(pi * e / 10)) if e >= 3 and not e == 7'
    ' else 1 - e // 2 / 4)" }',
    'MultiplicativeLR: { lr_lambda: "0.99 ** epoch if epoch % 2 else -(-0.9)" }',
]
SETTINGS = [
    "clip_grad_norm_: 0.5", "clip_grad_value_: 0.05", "accumulation: 4", "averaging: 0.9", "shuffle: false",
    "drop_last: true", "generator: 99", "early_stopping: { patience: 1, min_delta: 0.05 }",
    "early_stopping: { patience: 0, metric: val_accuracy }",
    "groups: [ { layers: [0], lr: 0.01 }, { layers: [2], weight_decay: 0.1, momentum: 0.5 } ]",
    "clip_grad_norm_: 0.5\nclip_grad_value_: 0.1\naccumulation: 2\naveraging: 0.95\ndrop_last: true\ngenerator: 5\n"
    "early_stopping: 2\ngroups: [ { layers: [0], lr: 0.05 } ]",
]
METRICS = (
    "accuracy, loss, precision, recall, f1, f1: { average: weighted }, confusion_matrix,"
    ' confusion_matrix: { normalize: "true" }, classification_report, log_loss, top_k_accuracy, %s'
)
TWO_CLASSES = METRICS % "roc_auc, roc_curve, average_precision, precision_recall_curve, calibration_curve"
THREE_CLASSES = METRICS % (
    "roc_auc: { multi_class: ovo, average: weighted }, roc_curve: { pos_label: 2 },"
    " average_precision: { average: weighted }, precision_recall_curve: { pos_label: 0 },"
    " calibration_curve: { pos_label: 2, n_bins: 4, strategy: quantile }")


def changes():
    """What each lesson changes of BASE, under the name of its table."""
    for load, outputs in CLASSES.items():
        yield "data", {"load": load, "model": network(outputs, "Tanh")}
    for load, outputs in VALUES.items():
        yield "data", REGRESSION | {"load": load, "model": network(outputs, "Tanh")}
    for level in ("character", "word"):
        yield "text", {"load": f"text: {{ path: tale.txt, level: {level}, context: 4, max_tokens: 300 }}",
                       "preprocess": "[train_test_split: { shuffle: false }]",
                       "model": "Embedding: { num_embeddings: 90, embedding_dim: 4 }, Flatten,"
                                " Linear: { out_features: 90 }"}
    for steps in TRANSFORMS:
        yield "preprocess", IRIS | {"preprocess": f"[{steps}]"}
    for encoder in ("{ columns: [2], drop: first, handle_unknown: ignore }", "{ columns: [2] }"):
        yield "preprocess", IRIS | {"load": "csv: { path: numbers.csv, target: grade }",
                                    "preprocess": f"[train_test_split, OneHotEncoder: {encoder}]"}
    yield "preprocess", {"load": "csv: { path: houses.csv, target: rooms }", "model": network(4),
                         "preprocess": "[LabelEncoder, train_test_split, StandardScaler]"}
    for shape, tables in ("[1, 8, 8]", IMAGE_LAYERS), ("[8, 8]", SEQUENCE_LAYERS):
        for layers in tables:
            yield "layer", IMAGES | {"model": f"Unflatten: {{ dim: 1, unflattened_size: {shape} }}, {layers}, Flatten,"
                                              " Linear: { out_features: 10 }"}
    yield "layer", {"load": "csv: { path: tokens.csv, target: y }", "preprocess": "[train_test_split]",
                    "model": "Embedding: { num_embeddings: 6, embedding_dim: 3, padding_idx: 0 }, Flatten,"
                             " Linear: { out_features: 2 }"}
    for activation in ACTIVATIONS:
        yield "layer", {"model": network(2, activation)}
    for weight in INITIALIZERS:
        yield "init", {"model": f"Linear: {{ out_features: 8, init: {{ weight: {weight}, bias: 0.01 }} }}, Tanh,"
                                " Linear: { out_features: 2 }"}
    for dtype in BOTH:
        slow = {"dtype": dtype, "optimizer": "SGD: { lr: 0.01 }"}
        for loss, model in CLASS_LOSSES.items():
            yield "loss", slow | {"loss": loss, "model": model}
        for loss in VALUE_LOSSES:
            yield "loss", ONE_TARGET | slow | {"loss": loss, "metrics": "loss"}
        for optimizer in OPTIMIZERS:
            yield "optimizer", {"dtype": dtype, "optimizer": optimizer}
        for settings in SETTINGS:
            yield "settings", {"dtype": dtype, "settings": settings, "epochs": 8,
                               "schedule": "CosineAnnealingLR: { T_max: 6 }"}
        yield "metrics", {"dtype": dtype, "metrics": TWO_CLASSES}
        yield "metrics", IRIS | {"dtype": dtype, "metrics": THREE_CLASSES}
        yield "metrics", {"dtype": dtype, "metrics": TWO_CLASSES, "loss": "BCEWithLogitsLoss", "model": network(1)}
    yield "loss", REGRESSION | {"load": "npy: { path: x.npy, target: signs.npy }", "preprocess": "[train_test_split]",
                                "model": network(1), "loss": "SoftMarginLoss", "metrics": "loss"}
    yield "optimizer", {"optimizer": "Muon: { lr: 0.02, adjust_lr_fn: match_rms_adamw }",
                        "model": "Linear: { out_features: 8, bias: false }, ReLU, Linear: { out_features: 2, bias: false }"}
    for schedule in SCHEDULES:
        yield "schedule", {"schedule": schedule, "epochs": 8}
    yield "settings", {"settings": "averaging: 0.9", "model": network(2, "BatchNorm1d, Dropout: { p: 0.2 }")}
    yield "evaluate", {"evaluate": "cross_validation: { KFold: { n_splits: 3 } }"}


def write_files(folder):
    """The author's files that the lessons load."""
    draw = np.random.RandomState(0)
    rows = range(80)
    tables = {
        "houses.csv": ('area, price,rooms,"age, years"',
                       lambda i: f"{draw.rand() * 100:.3f}, {draw.rand() * 10:.4f},{i % 4 + 1},{draw.rand():.3f}"),
        "words.csv": ("a,kind,b", lambda i: f"{draw.randn():.4f},{('pear', 'apple', 'fig tree')[i % 3]},{draw.randn():.4f}"),
        "numbers.csv": ("a,b,c,grade", lambda i: f"{draw.randn():.4f},{draw.randn():.4f},{i % 5},{(10, 9, 100)[i % 3]}"),
        "tokens.csv": ("a,b,c,y", lambda i: f"{draw.randint(6)},{draw.randint(6)},{draw.randint(6)},{i % 2}"),
    }
    for name, (header, row) in tables.items():
        (folder / name).write_text("\n".join([header, *map(row, rows)]) + "\n")
    classes = np.arange(90) % 3
    np.save(folder / "x.npy", draw.randn(90, 2, 3))
    np.save(folder / "y.npy", classes + 5)
    np.save(folder / "values.npy", draw.randn(90, 2))
    np.save(folder / "signs.npy", np.arange(90) % 2 * 2.0 - 1)
    np.savez(folder / "data.npz", X=draw.randn(90, 4).astype("f4"), y=classes)
    for name, array in ("images.idx", draw.randint(0, 256, (90, 4, 4))), ("labels.idx", classes):
        header = bytes([0, 0, 8, array.ndim]) + np.array(array.shape, ">u4").tobytes()
        (folder / name).write_bytes(header + array.astype("u1").tobytes())
    tale = ("Once upon a time, there was a fox's den – it wasn’t deep. The fox said: \"I'm 3 years old!\"\n\n"
            "And the 2nd fox_cub ran; ran and ran. ")
    (folder / "tale.txt").write_text(tale * 4)


def write(folder):
    """Writes the lessons, and the files that they load, into `folder`; their paths."""
    write_files(folder)
    paths = []
    for number, (table, change) in enumerate(changes()):
        path = folder / f"{number:03}-{table}.md"
        path.write_text(LESSON.format(name=path.stem, **BASE | change))
        paths.append(path)
    return paths
