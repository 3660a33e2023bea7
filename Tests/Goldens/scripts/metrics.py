"""Writes ../metrics.json: what scikit-learn's metrics find in random predictions.

python3 -m venv /tmp/venv && /tmp/venv/bin/pip install scikit-learn && /tmp/venv/bin/python metrics.py [seed] [file]
"""
import json
import math
import pathlib
import sys
import warnings

import numpy as np
import sklearn
from sklearn import calibration, metrics as m

warnings.filterwarnings("ignore")
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 0
path = sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).parent.parent / "metrics.json"
rng = np.random.default_rng(seed)
outcomes, cases = [], []


def plain(x):
    """JSON without rounding; what has no numeral becomes a string."""
    if isinstance(x, dict):
        return {k: plain(v) for k, v in x.items()}
    if isinstance(x, (list, tuple, np.ndarray)):
        return [plain(v) for v in x]
    if isinstance(x, (float, np.floating)):
        return float(x) if math.isfinite(x) else str(float(x))
    return int(x) if isinstance(x, np.integer) else x


def case(metric, value, **params):
    value = np.asarray(value, dtype=float)
    cases.append(dict(outcome=len(outcomes) - 1, metric=metric, params=params,
                      shape=list(value.shape), values=value.ravel()))


def classification(rows, classes, sharpness, missing=None, grid=None):
    """Probabilities that lean towards the truth; `grid` rounds them so that scores tie; `missing` never occurs."""
    y = rng.integers(0, classes, rows)
    if missing is not None:
        y[y == missing] = 0
    z = rng.normal(size=(rows, classes)) + sharpness * np.eye(classes)[y]
    if missing is not None:
        z[:, missing] -= 50
    p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
    if grid:
        p[:, 1] = np.round(p[:, 1] * grid) / grid
        p[:, 0] = 1 - p[:, 1]
    pred = p.argmax(1)
    outcomes.append(dict(rows=rows, classes=classes, targets=y, predictions=pred, probabilities=p.ravel(), loss=0))
    labels = list(range(classes))

    case("accuracy", m.accuracy_score(y, pred))
    for normalize in (None, "true", "pred", "all"):
        params = {} if normalize is None else dict(normalize=normalize)
        case("confusion_matrix", m.confusion_matrix(y, pred, labels=labels, normalize=normalize), **params)
    scores = dict(precision=m.precision_score, recall=m.recall_score, f1=m.f1_score)
    for name, score in scores.items():
        if classes == 2:
            case(name, score(y, pred, zero_division=0))
            case(name, score(y, pred, pos_label=0, zero_division=0), pos_label=0)
        else:
            case(name, score(y, pred, average="macro", zero_division=0))
        for average in ("macro", "micro", "weighted"):
            case(name, score(y, pred, average=average, zero_division=0), average=average)
    table = m.precision_recall_fscore_support(y, pred, labels=labels, zero_division=0)
    case("classification_report", np.column_stack(table))
    case("log_loss", m.log_loss(y, p, labels=labels))
    if classes > 2:
        for k in (1, 2, 3):
            case("top_k_accuracy", m.top_k_accuracy_score(y, p, k=k, labels=labels), k=k)
    if missing is None:
        ranking(y, p, classes)


def ranking(y, p, classes):
    if classes == 2:
        case("roc_auc", m.roc_auc_score(y, p[:, 1]))
        case("average_precision", m.average_precision_score(y, p[:, 1]))
        case("roc_curve", np.column_stack(m.roc_curve(y, p[:, 1])))
    else:
        for multi_class in ("ovr", "ovo"):
            for average in ("macro", "weighted"):
                case("roc_auc", m.roc_auc_score(y, p, multi_class=multi_class, average=average),
                     multi_class=multi_class, average=average)
        for average in ("macro", "weighted"):
            case("average_precision", m.average_precision_score(y, p, average=average), average=average)
    for label in range(classes):
        score, truth = p[:, label], y == label
        case("roc_curve", np.column_stack(m.roc_curve(truth, score)), pos_label=label)
        precision, recall, thresholds = m.precision_recall_curve(truth, score)
        case("precision_recall_curve", np.column_stack([precision, recall, np.append(thresholds, np.inf)]),
             pos_label=label)
        for strategy in ("uniform", "quantile"):
            for bins in (5, 8):
                curve = calibration.calibration_curve(truth, score, n_bins=bins, strategy=strategy)
                case("calibration_curve", np.column_stack(curve), pos_label=label, n_bins=bins, strategy=strategy)


def regression(rows, width, error, constant=False):
    y = np.full((rows, width), 1.5) if constant else rng.normal(size=(rows, width)) * 3
    pred = y + error * rng.normal(size=(rows, width))
    outcomes.append(dict(rows=rows, classes=0, targets=y.ravel(), predictions=pred.ravel(), probabilities=[], loss=0.25))
    case("mse", m.mean_squared_error(y, pred))
    case("mae", m.mean_absolute_error(y, pred))
    case("r2", m.r2_score(y, pred))
    case("loss", 0.25)


classification(60, 2, 1.0)
classification(50, 2, 0.3, grid=10)
classification(7, 2, 0.0)
classification(80, 3, 1.0)
classification(90, 5, 0.5)
classification(40, 4, 1.0, missing=2)
classification(30, 2, 1.0, missing=1)
regression(40, 1, 0.5)
regression(25, 3, 2.0)
regression(10, 1, 0.7, constant=True)
regression(10, 1, 0.0, constant=True)

meta = dict(desc=__doc__.splitlines()[0], numpy=np.__version__, sklearn=sklearn.__version__, tolerance="1e-12")
with open(path, "w") as file:
    json.dump(plain(dict(meta=meta, outcomes=outcomes, cases=cases)), file, allow_nan=False)
