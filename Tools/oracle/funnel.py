#!/usr/bin/env python3
"""Limits of funnels by SciPy, for the tests of FunnelLimits.

usage: Tools/oracle/funnel.py        (pip install scipy)

Writes Tests/SafetyModelTests/Golden/funnel-limits.csv: the common share of invented places (the
weighted mean of numpy.average), and for each number of answers the normal limits of 95 % and
99.8 % (scipy.stats.norm.interval), and beside them the share of all samples that the exact binomial
distribution (scipy.stats.binom) puts outside the normal limits of 95 %.
"""

import csv
import pathlib

import numpy
import scipy
from scipy.stats import binom, norm

FILE = pathlib.Path(__file__).parents[2] / "Tests/SafetyModelTests/Golden/funnel-limits.csv"
PLACES = {
    "spread": [(0.52, 410), (0.61, 1200), (0.66, 735), (0.58, 980), (0.71, 55)],
    "low": [(0.04, 300), (0.07, 620), (0.02, 90), (0.05, 2400)],
    "high": [(0.97, 800), (0.93, 150), (0.99, 1010)],
}
ANSWERS = [30, 100, 300, 1000, 4800]


def main():
    FILE.parent.mkdir(parents=True, exist_ok=True)
    with FILE.open("w", newline="") as file:
        file.write(f"# SciPy {scipy.__version__}, numpy {numpy.__version__}: Tools/oracle/funnel.py\n")
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(
            ["case", "shares", "bases", "center", "n", "lower95", "upper95", "lower998", "upper998", "outside95"]
        )
        for case, places in PLACES.items():
            shares, bases = zip(*places)
            center = float(numpy.average(shares, weights=bases))
            for n in ANSWERS:
                scale = (center * (1 - center) / n) ** 0.5
                inner, outer = (norm.interval(level, loc=center, scale=scale) for level in (0.95, 0.998))
                inner, outer = ([min(max(limit, 0), 1) for limit in pair] for pair in (inner, outer))
                counts = numpy.arange(n + 1)
                within = (counts / n >= inner[0]) & (counts / n <= inner[1])
                outside = 1 - float(binom.pmf(counts[within], n, center).sum())
                rows.writerow(
                    [case, " ".join(map(str, shares)), " ".join(map(str, bases)), repr(center), n]
                    + [repr(float(limit)) for limit in (*inner, *outer)]
                    + [f"{outside:.6f}"]
                )


if __name__ == "__main__":
    main()
