#!/usr/bin/env python3
"""Power of comparisons and best allocations by brute force, for the engine's tests.

usage: Tools/oracle/planning.py

Writes Engine/Tests/SurveyStatisticsTests/Golden/planning/power.csv: for shares and answers, the
power by the normal approximation (scipy's normal distribution), and the exact probability that the
test of the difference by its own standard error finds it, over all pairs of counts. And
allocation.csv: the best of all ways to divide a small sample among four strata. And draw.csv:
the rows that a seed draws, by the published algorithms written out in Python.
"""

import itertools
import pathlib

import numpy
import scipy
from scipy.stats import binom, norm

FOLDER = pathlib.Path(__file__).parents[2] / "Engine/Tests/SurveyStatisticsTests/Golden/planning"
HEAD = f"# numpy {numpy.__version__}, scipy {scipy.__version__}: Tools/oracle/planning.py\n"


def power(p1, p2, n1, n2, alpha):
    error = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) ** 0.5
    z = norm.isf(alpha / 2)
    approximate = norm.sf(z - abs(p2 - p1) / error) + norm.cdf(-z - abs(p2 - p1) / error)
    a, b = numpy.arange(n1 + 1)[:, None] / n1, numpy.arange(n2 + 1)[None, :] / n2
    errors = numpy.sqrt(a * (1 - a) / n1 + b * (1 - b) / n2)
    found = abs(b - a) > z * errors
    weights = binom.pmf(numpy.arange(n1 + 1), n1, p1)[:, None] * binom.pmf(
        numpy.arange(n2 + 1), n2, p2)[None, :]
    return approximate, float((found * weights).sum())


def allocation():
    sizes, shares, response = [400, 190, 700, 260], [0.5, 0.1, 0.3, 0.8], [0.5, 0.8, 0.4, 0.6]
    total, best = 60, None
    for counts in itertools.product(range(2, 57), repeat=3):
        last = total - sum(counts)
        if last < 2 or last > 260:
            continue
        drawn = (*counts, last)
        variance = sum(
            n * n * (n / (n - 1)) * p * (1 - p) * (1 / (r * m) - 1 / n)
            for n, p, r, m in zip(sizes, shares, response, drawn))
        if best is None or variance < best[0]:
            best = (variance, drawn)
    return sizes, shares, response, best[1]


MASK = 2**64 - 1


def stream(seed):
    """xoshiro256**, started by SplitMix64: Blackman and Vigna, 2021."""
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = ((seed ^ seed >> 30) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ z >> 27) * 0x94D049BB133111EB) & MASK
        state.append(z ^ z >> 31)
    a, b, c, d = state

    def turned(x, k):
        return (x << k | x >> (64 - k)) & MASK

    while True:
        yield turned(b * 5 & MASK, 7) * 9 & MASK
        shifted = b << 17 & MASK
        c, d = c ^ a, d ^ b
        b, a = b ^ c, a ^ d
        c, d = c ^ shifted, turned(d, 45)


def draw(strata, sizes, seed):
    rows = []
    for stratum, size in sizes.items():
        pool = [row for row, code in enumerate(strata) if code == stratum]
        mixed = seed ^ ((stratum & 0xFFFFFFFF) * 0x9E3779B97F4A7C15 & MASK)
        random = stream(next(stream(mixed)))
        for place in range(size):
            bound = len(pool) - place
            while True:
                product = bound * next(random)
                if product & MASK >= (2**64 - bound) % bound:
                    break
            other = place + (product >> 64)
            pool[place], pool[other] = pool[other], pool[place]
            rows.append(pool[place])
    return sorted(rows)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "power.csv", "w") as file:
        file.write(HEAD + "first,second,first_respondents,second_respondents,significance,"
                   "normal,exact\n")
        for case in [(0.3, 0.4, 200, 200, 0.05), (0.3, 0.3, 500, 400, 0.05),
                     (0.25, 0.2, 1500, 900, 0.05), (0.5, 0.75, 60, 40, 0.01),
                     (0.1, 0.14, 800, 800, 0.05), (0.6, 0.5, 300, 300, 0.005)]:
            file.write(",".join(repr(float(x)) for x in (*case, *power(*case))) + "\n")
    with open(FOLDER / "allocation.csv", "w") as file:
        file.write(HEAD + "population,proportion,response,drawn\n")
        for row in zip(*allocation()):
            file.write(",".join(map(str, row)) + "\n")
    with open(FOLDER / "draw.csv", "w") as file:
        file.write(HEAD + "row\n")
        strata = [[7, 7, -3][row % 3] for row in range(600)]
        for row in draw(strata, {-3: 50, 7: 100}, 5):
            file.write(f"{row}\n")


if __name__ == "__main__":
    main()
