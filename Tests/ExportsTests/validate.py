"""validate.py SCHEMA: says what in the JSON on the standard input the schema does not allow, a line for each."""

import json
import sys

from jsonschema import Draft202012Validator


def refuse(word):
    raise SystemExit(f"{word} is no JSON")


with open(sys.argv[1]) as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
trace = json.load(sys.stdin, parse_constant=refuse)
errors = list(Draft202012Validator(schema).iter_errors(trace))
for error in errors[:20]:
    print(error.json_path + ":", error.message[:300])
sys.exit(1 if errors else 0)
