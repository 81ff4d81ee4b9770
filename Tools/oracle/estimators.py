#!/usr/bin/env python3
"""Figures of the engine's newer estimators, computed in another way: for its tests.

usage: Tools/oracle/estimators.py [NAME…] > Engine/Tests/SurveyStatisticsTests/Golden/peers/estimators.json

Needs numpy, scipy and statsmodels (`pip install numpy scipy statsmodels`). Reads the invented data set
safety_dev.csv. Nothing is linearised by hand: an estimator is a function of the weights, and what a
primary unit contributes is its derivative by that unit's weights, taken with a complex step, which is
exact to rounding. So a wrong formula in the engine can't be repeated here. Point estimates of the
regressions are compared with statsmodels while the script runs.
"""

import csv
import json
import pathlib
import sys

import numpy as np
import statsmodels.api as sm
from scipy import stats

GOLDEN = pathlib.Path(__file__).parents[2] / "Engine/Tests/SurveyStatisticsTests/Golden"


def read():
    with open(GOLDEN / "data/safety_dev.csv") as file:
        rows = list(csv.DictReader(file))
    return {key: np.array([float(row[key] or "nan") for row in rows]) for key in rows[0]}


D = read()
W = D["weight"]
UNITS = sorted({(s, p) for s, p in zip(D["stratum"], D["psu"])})
MEMBERS = [np.flatnonzero((D["stratum"] == s) & (D["psu"] == p)) for s, p in UNITS]
STRATA = np.array([s for s, _ in UNITS])
DF = len(UNITS) - len(set(STRATA))


def variance(totals, strata=STRATA):
    """The variance of a total of unit totals, drawn with replacement within strata."""
    sum_ = np.zeros((totals.shape[1],) * 2)
    for s in np.unique(strata):
        z = totals[strata == s]
        n = len(z)
        centred = z - z.mean(axis=0)
        sum_ += n / (n - 1) * centred.T @ centred
    return sum_


def estimate(theta):
    """Figures as a function of the weights, with their covariance by numerical derivatives."""
    values = np.atleast_1d(theta(W.astype(complex)))
    step, totals = 1e-30, []
    for members in MEMBERS:
        moved = W.astype(complex)
        moved[members] *= 1 + 1j * step
        totals.append(np.atleast_1d(theta(moved)).imag / step)
    v = variance(np.array(totals))
    return {"estimate": values.real.tolist(), "se": np.sqrt(np.diag(v)).tolist()}


def mean(w, y, mask):
    used = mask & ~np.isnan(y)
    return (w[used] * y[used]).sum() / w[used].sum()


def fit(w, y, x, link):
    """Weighted maximum likelihood by Newton's method, for complex weights too."""
    beta = np.zeros(x.shape[1], dtype=complex)
    for _ in range(40):
        eta = x @ beta
        mu = 1 / (1 + np.exp(-eta)) if link == "logit" else eta
        slope = mu * (1 - mu) if link == "logit" else np.ones_like(mu)
        step = np.linalg.solve((x * (w * slope)[:, None]).T @ x, x.T @ (w * (y - mu)))
        beta = beta + step
        if np.abs(step.real).max() < 1e-15 and np.abs(step.imag).max() < 1e-45:
            break
    return beta


def dummies(*names):
    return np.column_stack(
        [(D[n] == c).astype(float) for n in names for c in sorted(set(D[n][~np.isnan(D[n])]))[1:]])


def index(answers, first, last, categories):
    return first + (last - first) * (answers - 1) / (categories - 1)


def predicted(y, link):
    """Margins of areas adjusted for sex, age and background."""
    used = ~np.isnan(y)
    other, areas = dummies("sex", "age", "background"), sorted(set(D["area"]))
    group = np.column_stack([(D["area"] == a).astype(float) for a in areas[1:]])
    x = np.column_stack([np.ones(len(y)), other, group])

    def margins(w, beta):
        result = []
        for place, _ in enumerate(areas):
            moved = x.copy()
            moved[:, 1 + other.shape[1]:] = 0
            if place:
                moved[:, other.shape[1] + place] = 1
            eta = moved @ beta
            mu = 1 / (1 + np.exp(-eta)) if link == "logit" else eta
            result.append((w[used] * mu[used]).sum() / w[used].sum())
        return np.array(result)

    def coefficients(w):
        return fit(w[used], y[used], x[used], link)

    family = sm.families.Binomial() if link == "logit" else sm.families.Gaussian()
    peer = sm.GLM(y[used], x[used], family=family, freq_weights=W[used]).fit(tol=1e-14)
    ours = coefficients(W.astype(complex)).real
    assert np.allclose(ours, peer.params, rtol=1e-7), "statsmodels says something else"
    fixed = ours.astype(complex)
    return {
        "all": estimate(lambda w: margins(w, coefficients(w))),
        "coefficients": estimate(lambda w: margins(W.astype(complex), coefficients(w))),
        "composition": estimate(lambda w: margins(w, fixed)),
    }


def nonresponse():
    """The mean of victim among those with trust of at most 5, who count as having answered."""
    responded = D["trust"] <= 5
    r = responded.astype(float)
    y = np.where(np.isnan(D["victim"]), 0, D["victim"])

    def weighted(w, propensity):
        new = w * r / propensity
        return (new * y).sum() / new.sum()

    def classes(w):
        rho = np.zeros(len(w), dtype=complex)
        for c in sorted(set(D["age"])):
            rows = D["age"] == c
            rho[rows] = (w[rows] * r[rows]).sum() / w[rows].sum()
        return weighted(w, rho)

    x = np.column_stack([np.ones(len(y)), dummies("age", "background", "region")])
    return {
        "classes": estimate(classes),
        "propensities": estimate(lambda w: weighted(w, 1 / (1 + np.exp(-x @ fit(w, r, x, "logit"))))),
    }


def decomposition():
    """Kitagawa's parts of the difference in victim between areas 1 and 2, by age."""
    y, ages = D["victim"], sorted(set(D["age"]))

    def side(w, area):
        rows = (D["area"] == area) & ~np.isnan(y)
        sizes = [w[rows & (D["age"] == a)].sum() / w[rows].sum() for a in ages]
        return np.array(sizes), np.array([mean(w, y, rows & (D["age"] == a)) for a in ages])

    def theta(w):
        (c1, p1), (c2, p2) = side(w, 1), side(w, 2)
        composition, rate = ((c1 - c2) * (p1 + p2) / 2).sum(), ((p1 - p2) * (c1 + c2) / 2).sum()
        return np.array([composition, rate, composition + rate])

    return estimate(theta)


def standardised():
    """victim in areas, with ages of 0.3, 0.3 and 0.4."""
    y = D["victim"]

    def theta(w):
        result = []
        for area in sorted(set(D["area"])):
            cells = [(D["area"] == area) & (D["age"] == a) for a in (1, 2, 3)]
            # As R: the cells are made to fit with all rows, those without an answer too.
            scale = [c * w[D["area"] == area].sum() / w[cell].sum()
                     for c, cell in zip((0.3, 0.3, 0.4), cells)]
            used = [cell & ~np.isnan(y) for cell in cells]
            top = sum(s * (w[u] * y[u]).sum() for s, u in zip(scale, used))
            result.append(top / sum(s * w[u].sum() for s, u in zip(scale, used)))
        return np.array(result)

    return estimate(theta)


def overlap():
    """Mean trust in one wave minus mean unsafe in another, of persons drawn one by one in 2026.

    The waves are the first and the last seven tenths of each stratum, so that four tenths are in both.
    The covariance is Tam's: m/(n1 n2) times that of the m common persons, in totals of w·z.
    """
    strata = [np.flatnonzero((D["year"] == 2026) & (D["stratum"] == s)) for s in np.unique(D["stratum"])]
    waves = [[rows[: len(rows) * 7 // 10] for rows in strata if len(rows) > 9],
             [rows[len(rows) * 3 // 10 :] for rows in strata if len(rows) > 9]]
    means, variances, influences = [], [], []
    for wave, name in zip(waves, ("trust", "unsafe")):
        rows, y = np.concatenate(wave), D[name]
        used = rows[~np.isnan(y[rows])]
        means.append((W[used] * y[used]).sum() / W[used].sum())
        z = np.zeros(len(y))
        z[used] = W[used] * (y[used] - means[-1]) / W[used].sum()
        influences.append(z)
        variances.append(sum(len(r) / (len(r) - 1) * ((z[r] - z[r].mean()) ** 2).sum() for r in wave))
    covariance = 0.0
    for first, second in zip(*waves):
        both = np.intersect1d(first, second)
        a, b = (z[both] for z in influences)
        if len(both) > 1:
            covariance += len(both) * np.cov(a, b)[0, 1]
    return {"estimate": [means[0] - means[1]], "covariance": [covariance],
            "se": [float(np.sqrt(sum(variances) - 2 * covariance))]}


def equivalence():
    gap = estimate(lambda w: mean(w, D["victim"], D["area"] == 1) - mean(w, D["victim"], D["area"] == 5))
    d, se = gap["estimate"][0], gap["se"][0]
    return {"lower": [stats.t.sf((d + 0.05) / se, DF)], "upper": [stats.t.sf((0.05 - d) / se, DF)]}


def families():
    p = np.array([0.01, 0.02, 0.03, 0.04, 0.005])
    return {
        name: sm.stats.multipletests(p, method=method)[1].tolist()
        for name, method in (("holm", "holm"), ("hochberg", "simes-hochberg"),
                             ("benjaminiHochberg", "fdr_bh"), ("bonferroni", "bonferroni"))}


def own_index():
    scores = np.vstack([index(D["unsafe"], 0, 100, 4), index(D["trust"], 100, 0, 7)])
    none = np.isnan(scores).all(axis=0)
    own = np.where(none, np.nan, np.nanmean(np.where(none, 0, scores), axis=0))
    return estimate(lambda w: np.array([mean(w, own, D["area"] == a) for a in range(1, 7)]))


def main():
    area = lambda a: D["area"] == a
    unsafe = np.where(np.isnan(D["unsafe"]), np.nan, (D["unsafe"] >= 3).astype(float))
    figures = {
        "degreesOfFreedom": lambda: DF,
        "index": own_index,
        "ratio": lambda: estimate(lambda w: np.log(
            mean(w, D["victim"], area(1)) / mean(w, D["victim"], area(5)))),
        "differenceInDifferences": lambda: estimate(lambda w: sum(
            sign * mean(w, unsafe, area(a) & (D["year"] == y))
            for sign, a, y in ((1, 1, 2026), (-1, 1, 2025), (-1, 2, 2026), (1, 2, 2025)))),
        "standardised": standardised,
        "decomposition": decomposition,
        "logisticMargins": lambda: predicted(unsafe, "logit"),
        "linearMargins": lambda: predicted(D["income"], "identity"),
        "nonresponse": nonresponse,
        "overlap": overlap,
        "equivalence": equivalence,
        "families": families,
    }
    chosen = sys.argv[1:] or list(figures)
    json.dump({name: figures[name]() for name in chosen}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
