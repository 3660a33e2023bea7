"""validate_export.py FORMAT: says what is wrong with the exports on the standard input, a JSON list of their texts."""

import ast
import json
import sys

import nbformat


def script(text):
    compile(text, "script", "exec")
    for line in text.splitlines():
        assert len(line) <= 120, f"a line has {len(line)} characters: {line}"


def notebook(text):
    read = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
    nbformat.validate(read)
    for cell in read.cells:
        if cell.cell_type == "code":
            ast.parse(cell.source)


for text in json.load(sys.stdin):
    {"pytorch": script, "notebook": notebook}[sys.argv[1]](text)
