"""Not-a-knot splines of scipy for the cases of a JSON file: python3 scipy_splines.py CASES; prints the values of each at its points."""

import json
import sys

from scipy.interpolate import CubicSpline

cases = json.load(open(sys.argv[1], encoding="utf-8"))
print(json.dumps([CubicSpline(case["x"], case["y"], extrapolate=False)(case["at"]).tolist() for case in cases]))
