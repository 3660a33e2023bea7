"""Writes ../model_selection.json: folds and encoded labels as scikit-learn 1.9 makes them.

python3 -m venv /tmp/venv && /tmp/venv/bin/pip install scikit-learn==1.9.1 numpy==2.4.6
/tmp/venv/bin/python model_selection.py
"""

import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.preprocessing import LabelEncoder

warnings.simplefilter("ignore")  # a class with fewer samples than folds is no error


def labels(count, classes, seed):
    return np.random.RandomState(seed).randint(0, classes, count)


CASES = [
    (KFold, {}, labels(10, 1, 0)), (KFold, {"n_splits": 3}, labels(11, 1, 0)),
    (KFold, {"n_splits": 2}, labels(2, 1, 0)), (KFold, {"n_splits": 7}, labels(7, 1, 0)),
    (KFold, {"shuffle": True}, labels(23, 1, 0)), (KFold, {"n_splits": 4, "shuffle": True}, labels(150, 1, 0)),
    (StratifiedKFold, {}, labels(40, 3, 1)), (StratifiedKFold, {"n_splits": 3}, labels(17, 2, 2)),
    (StratifiedKFold, {"n_splits": 4}, labels(25, 6, 3)),
    (StratifiedKFold, {"shuffle": True}, labels(61, 4, 4)),
    (StratifiedKFold, {"n_splits": 10, "shuffle": True}, labels(150, 3, 5)),
    (StratifiedKFold, {"n_splits": 3, "shuffle": True}, np.array([2, 2, 2, 0, 2, 0, 1, 2])),
]


def case(kind, params, y, seed):
    state = {"random_state": seed} if params.get("shuffle") else {}
    folds = kind(**params, **state).split(np.zeros((len(y), 1)), y)
    return {"fn": kind.__name__, "params": {**params, **state}, "labels": y.tolist(),
            "folds": [test.tolist() for _, test in folds]}


def encoded(values):
    encoder = LabelEncoder().fit(values)
    return {"values": values, "classes_": encoder.classes_.tolist(), "encoded": encoder.transform(values).tolist()}


golden = {
    "meta": {"desc": __doc__.split("\n")[0], "sklearn": sklearn.__version__, "numpy": np.__version__,
             "tolerance": "equal"},
    "folds": [case(*each, seed) for each in CASES for seed in (0, 42)],
    "label_encoder": [encoded([3.0, -1.0, 3.0, 7.5, 0.0, -1.0]), encoded([5.0, 5.0]), encoded([2.0, 1.0, 0.0])],
}
path = pathlib.Path(__file__).resolve().parent.parent / "model_selection.json"
path.write_text(json.dumps(golden) + "\n")
