#!/usr/bin/env python3
"""Figures of small area models by another way, for the engine's tests.

usage: Tools/oracle/small_areas.py

Reads Engine/Tests/SurveyStatisticsTests/Golden/small-areas/milk.csv: direct estimates of the
expenditure on fresh milk in 43 areas with their standard errors, from Arora and Lahiri (1997) and
You and Chapman (2006), and what R's sae prints for them (eblupFH and mseFH, methods REML and ML,
whose search stops at a relative 1e-4), as recorded in the tests of the Python package samplics. Adds exact.csv beside it: the same with the likelihood
maximised directly, to 1e-12, with whole matrices and nothing of the engine's algebra. In joint.csv is
what the errors of areas have in common, benchmarked, of the first six areas and one without answers.
"""

import csv
import pathlib

import numpy
import scipy
from scipy.optimize import minimize_scalar

FOLDER = pathlib.Path(__file__).parents[2] / (
    "Engine/Tests/SurveyStatisticsTests/Golden/small-areas")


def parts(variance, y, d, x):
    v = numpy.diag(variance + d)
    inverse = numpy.linalg.inv(v)
    q = numpy.linalg.inv(x.T @ inverse @ x)
    beta = q @ x.T @ inverse @ y
    return v, inverse, q, beta


def minus_log_likelihood(variance, y, d, x, restricted):
    v, inverse, q, beta = parts(variance, y, d, x)
    residual = y - x @ beta
    value = numpy.linalg.slogdet(v)[1] + residual @ inverse @ residual
    if restricted:
        value -= numpy.linalg.slogdet(q)[1]
    return value / 2


def main():
    lines = [l for l in (FOLDER / "milk.csv").read_text().splitlines() if not l.startswith("#")]
    rows = list(csv.DictReader(lines))
    y = numpy.array([float(row["direct"]) for row in rows])
    d = numpy.array([float(row["standard_error"]) for row in rows]) ** 2
    major = numpy.array([int(row["major_area"]) for row in rows])
    x = numpy.column_stack([numpy.ones(len(y))] + [major == k for k in (2, 3, 4)]).astype(float)
    result, joint = {}, {}
    for method in ("REML", "ML"):
        best = minimize_scalar(
            minus_log_likelihood, bounds=(1e-6, 0.2), method="bounded",
            args=(y, d, x, method == "REML"), options={"xatol": 1e-13})
        variance = best.x
        v, inverse, q, beta = parts(variance, y, d, x)
        eblup = x @ beta + variance * inverse @ (y - x @ beta)
        b = numpy.diag(inverse) * d
        information = numpy.trace(inverse @ inverse) / 2
        g1 = variance * b
        g2 = b**2 * numpy.diag(x @ q @ x.T)
        g3 = b**2 / information * numpy.diag(inverse)
        mse = g1 + g2 + 2 * g3
        if method == "ML":
            bias = -numpy.trace(q @ x.T @ inverse @ inverse @ x) / (2 * information)
            mse = mse - bias * b**2
        # Benchmarked: the error's covariance with the move is that of whole matrices.
        shares = numpy.arange(1, len(y) + 1) / (len(y) * (len(y) + 1) / 2)
        move = shares @ (y - eblup)
        residual_maker = numpy.eye(len(y)) - x @ q @ x.T @ inverse
        gain = (shares * b) @ residual_maker
        # The last area has no answers: its figure is the regression's, halfway to major area 2.
        hat = x @ q @ x.T @ inverse
        weights = hat + variance * inverse @ (numpy.eye(len(y)) - hat)
        weights = weights + numpy.outer(numpy.ones(len(y)), shares @ (numpy.eye(len(y)) - weights))
        other = numpy.array([1, 0.5, 0, 0]) @ q @ x.T @ inverse
        errors = numpy.vstack([weights - numpy.eye(len(y)), other])
        common = variance * errors @ errors.T + numpy.vstack([weights, other]) @ numpy.diag(
            d) @ numpy.vstack([weights, other]).T
        common[-1, -1] += variance
        joint[method] = common[[0, 1, 2, 3, 4, 5, -1]][:, [0, 1, 2, 3, 4, 5, -1]]
        result[method] = (variance, eblup, mse, move, gain @ v @ gain)
    with open(FOLDER / "exact.csv", "w") as file:
        file.write(f"# numpy {numpy.__version__}, scipy {scipy.__version__}: "
                   "Tools/oracle/small_areas.py\n")
        file.write("# variance between areas, then the benchmark's move and its variance\n")
        for method, (variance, _, _, move, move_variance) in result.items():
            cells = [repr(float(cell)) for cell in (variance, move, move_variance)]
            file.write(",".join([method] + cells) + "\n")
        file.write("eblup_REML,mse_REML,eblup_ML,mse_ML\n")
        for i in range(len(y)):
            cells = [result["REML"][1][i], result["REML"][2][i], result["ML"][1][i],
                     result["ML"][2][i]]
            file.write(",".join(repr(float(c)) for c in cells) + "\n")
    with open(FOLDER / "joint.csv", "w") as file:
        file.write(f"# numpy {numpy.__version__}, scipy {scipy.__version__}: "
                   "Tools/oracle/small_areas.py\n")
        file.write("# REML and then ML; the diagonal is without what A's uncertainty adds\n")
        file.write("area1,area2,area3,area4,area5,area6,unobserved\n")
        for method in ("REML", "ML"):
            for row in joint[method]:
                file.write(",".join(repr(float(cell)) for cell in row) + "\n")


if __name__ == "__main__":
    main()
