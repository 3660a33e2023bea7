"""Writes ../array_files.json: arrays and the bytes of the files that NumPy saves them to.

python3 -m venv /tmp/venv && /tmp/venv/bin/pip install numpy==2.4.6
/tmp/venv/bin/python array_files.py
"""

import base64
import io
import json
import pathlib
import struct

import numpy as np

random = np.random.RandomState(0)


def text(data):
    return base64.b64encode(data).decode()


def tensor(array):
    return {"shape": list(array.shape), "data": np.asarray(array, float).ravel().tolist()}


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version)
    return {"name": f"{array.dtype.str} {array.shape}{' F' if np.isfortran(array) else ''} v{version}",
            "bytes": text(file.getvalue()), "array": tensor(array)}


def arrays():
    for code in "f4 f8 i1 i2 i4 i8 u1 u2 u4 u8".split():
        for order in "<>":
            yield (random.standard_normal((3, 4)) * 50).clip(0 if code[0] == "u" else -100, 100).astype(order + code)
    yield random.randint(0, 2, (5, 2)).astype(bool)
    yield np.array([-(2 ** 40), 2 ** 40, 7])
    yield np.asfortranarray(random.standard_normal((4, 3)))
    yield np.asfortranarray(random.standard_normal((2, 3, 4, 2)))
    yield random.standard_normal((3, 2, 2))
    yield random.standard_normal(6)
    yield random.standard_normal((1, 1))


def npz(save, **named):
    file = io.BytesIO()
    save(file, **named)
    return {"name": save.__name__, "bytes": text(file.getvalue()), "arrays": {k: tensor(v) for k, v in named.items()}}


def idx(array):
    code = {"|u1": 8, "|i1": 9, ">i2": 11, ">i4": 12, ">f4": 13, ">f8": 14}[array.dtype.str]
    header = struct.pack(f">HBB{array.ndim}I", 0, code, array.ndim, *array.shape)
    return {"name": f"{array.dtype.str} {array.shape}", "bytes": text(header + array.tobytes()), "array": tensor(array)}


numbers = {"X": random.standard_normal((20, 3)).astype("f4"), "y": random.randint(0, 3, 20)}
golden = {
    "meta": {"desc": __doc__.split("\n")[0], "numpy": np.__version__, "tolerance": "equal"},
    "npy": [npy(each) for each in arrays()] + [npy(random.standard_normal((2, 2)), v) for v in ((1, 0), (2, 0), (3, 0))],
    "npz": [npz(np.savez, **numbers), npz(np.savez_compressed, **numbers),
            npz(np.savez_compressed, zeros=np.zeros((40, 20)), ramp=np.arange(2000) % 97,
                noise=random.randint(0, 256, 4000).astype("u1"))],
    "idx": [idx((random.standard_normal((3, 2, 2)) * 50).astype(code)) for code in (">i2", ">i4", ">f4", ">f8", "|i1")]
           + [idx(random.randint(0, 256, (4, 5, 5)).astype("u1")), idx(random.randint(0, 10, 7).astype("u1"))],
}
path = pathlib.Path(__file__).resolve().parent.parent / "array_files.json"
path.write_text(json.dumps(golden) + "\n")
