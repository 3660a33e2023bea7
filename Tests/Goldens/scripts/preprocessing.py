"""Writes ../preprocessing.json: data sets and transforms as scikit-learn 1.9 computes them.

python3 -m venv /tmp/venv && /tmp/venv/bin/pip install scikit-learn==1.9.1 numpy==2.4.6
/tmp/venv/bin/python preprocessing.py
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn import datasets
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import PCA
from sklearn.preprocessing import (
    MinMaxScaler, Normalizer, OneHotEncoder, PolynomialFeatures, RobustScaler, StandardScaler)


def tensor(values):
    values = np.asarray(values, dtype=float)
    return {"shape": list(values.shape), "data": values.ravel().tolist()}


DATASETS = [
    ("make_s_curve", {"n_samples": 12}),
    ("make_s_curve", {"n_samples": 9, "noise": 0.3}),
    ("make_swiss_roll", {"n_samples": 12}),
    ("make_swiss_roll", {"n_samples": 15, "noise": 0.5, "hole": True}),
    ("make_moons", {"n_samples": [7, 4], "noise": 0.1}),
    ("make_circles", {"n_samples": [3, 8], "factor": 0.3}),
    ("make_blobs", {"n_samples": 11, "centers": 2, "shuffle": False, "cluster_std": 0.5}),
    ("make_regression", {"n_samples": 9, "n_features": 5, "n_targets": 3, "noise": 1.0}),
    ("make_regression", {"n_samples": 30, "n_features": 6, "effective_rank": 2, "tail_strength": 0.3}),
    ("make_regression", {"n_samples": 5, "n_features": 8, "effective_rank": 3}),
    ("make_classification", {"n_samples": 20, "n_features": 34, "n_informative": 33, "n_redundant": 1}),
    ("make_classification", {"n_samples": 20, "n_features": 9, "n_informative": 9, "n_redundant": 0}),
    ("make_classification",
     {"n_samples": 30, "n_features": 3, "n_informative": 3, "n_redundant": 0, "n_classes": 4,
      "n_clusters_per_class": 2, "weights": [0.4, 0.3, 0.1], "shift": [1.0, -2.0, 0.5], "scale": [2.0, 1.0, 3.0]}),
    ("make_classification", {"n_samples": 10, "n_classes": 1, "n_clusters_per_class": 1, "flip_y": 0.5}),
]

TRANSFORMS = [
    (StandardScaler, {}), (StandardScaler, {"with_mean": False}), (StandardScaler, {"with_std": False}),
    (StandardScaler, {"with_mean": False, "with_std": False}),
    (MinMaxScaler, {}), (MinMaxScaler, {"feature_range": [-1, 3], "clip": True}),
    (RobustScaler, {}), (RobustScaler, {"with_centering": False, "quantile_range": [10.0, 85.0]}),
    (RobustScaler, {"with_scaling": False}),
    (RobustScaler, {"unit_variance": True, "quantile_range": [2.5, 99.9]}),
    (Normalizer, {}), (Normalizer, {"norm": "l1"}), (Normalizer, {"norm": "max"}),
    (PCA, {}), (PCA, {"n_components": 2}), (PCA, {"n_components": 0.9}), (PCA, {"n_components": 3, "whiten": True}),
    (PolynomialFeatures, {}), (PolynomialFeatures, {"degree": 3, "include_bias": False}),
    (PolynomialFeatures, {"degree": 3, "interaction_only": True}), (PolynomialFeatures, {"degree": [2, 4]}),
    (PolynomialFeatures, {"degree": 0}),
    (OneHotEncoder, {"columns": [4]}), (OneHotEncoder, {"columns": [5, 4], "drop": "first"}),
    (OneHotEncoder, {"columns": [4, 5], "drop": "if_binary"}),
    (OneHotEncoder, {"columns": [4], "handle_unknown": "ignore"}),
]


def dataset(name, params, seed):
    python = {k: tuple(v) if k == "n_samples" and isinstance(v, list) else v for k, v in params.items()}
    x, y = getattr(datasets, name)(**python, random_state=seed)
    return {"fn": name, "params": params, "random_state": seed, "X": tensor(x), "y": np.asarray(y, float).ravel().tolist()}


def samples(rows, seed):
    """Five features of different size, one constant, and two of few values."""
    random = np.random.RandomState(seed)
    x = random.standard_normal((rows, 6)) * [1, 100, 0.01, 0, 0, 0] + [0, 50, 5, 7, 0, 0]
    x[:, 2] += 0.3 * x[:, 0]
    x[:, 4] = random.randint(-1, 3, rows)
    x[:, 5] = random.randint(0, 2, rows)
    return x


def transform(kind, params, train, validation):
    if kind is OneHotEncoder:
        rest = {k: v for k, v in params.items() if k != "columns"}
        encoder = OneHotEncoder(sparse_output=False, **rest)
        fitted = ColumnTransformer([("onehot", encoder, params["columns"])], remainder="passthrough").fit(train)
    else:
        python = {k: tuple(v) if isinstance(v, list) else v for k, v in params.items()}
        fitted = kind(**python).fit(train)
    learned = {k: np.atleast_1d(v).ravel().astype(float).tolist() for k, v in vars(fitted).items()
               if k.endswith("_") and k in NAMES and v is not None}
    return {"fn": kind.__name__, "params": params, "train": tensor(train), "validation": tensor(validation),
            "transformed_train": tensor(fitted.transform(train)),
            "transformed_validation": tensor(fitted.transform(validation)), "fitted": learned}


NAMES = {"mean_", "var_", "scale_", "data_min_", "data_max_", "data_range_", "min_", "center_", "components_",
         "explained_variance_", "explained_variance_ratio_", "singular_values_", "noise_variance_"}


def transforms():
    for kind, params in TRANSFORMS:
        for rows, seed in ((14, 0), (23, 1)):
            train, validation = samples(rows, seed), samples(4, seed + 10)
            if kind is PCA:  # a constant column leaves the last direction to chance
                train, validation = np.delete(train, 3, 1), np.delete(validation, 3, 1)
            elif kind is PolynomialFeatures:
                train, validation = train[:, :3], validation[:, :3]
            elif params.get("handle_unknown") == "ignore":
                validation[1, 4] = 99
            yield transform(kind, params, train, validation)


golden = {
    "meta": {"desc": __doc__.split("\n")[0], "sklearn": sklearn.__version__, "numpy": np.__version__,
             "tolerance": "1e-13 of the largest value; PCA 1e-11"},
    "sklearn_datasets": [dataset(name, params, seed) for name, params in DATASETS for seed in (0, 7)],
    "transforms": list(transforms()),
}
path = pathlib.Path(__file__).resolve().parent.parent / "preprocessing.json"
path.write_text(json.dumps(golden) + "\n")
