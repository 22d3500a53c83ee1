"""Folds of scikit-learn for the cases of a JSON file: python3 scikit_folds.py CASES; prints one list of fold numbers per case."""

import json
import sys
import warnings

import numpy
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

warnings.simplefilter("ignore")
answers = []
for case in json.load(open(sys.argv[1], encoding="utf-8")):
    classes = numpy.array(case["classes"])
    if case["groups"] is None:
        seed = case["seed"]
        splitter = StratifiedKFold(case["folds"], shuffle=seed is not None, random_state=seed)
    else:
        splitter = StratifiedGroupKFold(case["folds"])
    folds = numpy.full(len(classes), -1)
    for fold, (_, held_out) in enumerate(splitter.split(classes, classes, case["groups"])):
        folds[held_out] = fold
    answers.append(folds.tolist())
print(json.dumps(answers))
