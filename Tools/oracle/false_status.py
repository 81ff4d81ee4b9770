#!/usr/bin/env python3
"""How often two samples of one population are called a certain change, exactly.

usage: Tools/oracle/false_status.py        (nothing but Python)

Sums the binomial probabilities of all pairs of samples for which
|p2 - p1| > 1.96 * sqrt(SE1^2 + SE2^2) + g/2, with SE^2 = p(1 - p)/(n - 1) and g = 1/n, and prints
the table's lines of docs/methods/status.md, and the greatest rate over many proportions with and
without the correction for continuity.
"""

import math

Z = 1.959963984540054


def probabilities(n, p):
    return [
        math.exp(
            math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
            + k * math.log(p) + (n - k) * math.log1p(-p)
        )
        for k in range(n + 1)
    ]


def rate(n, p, grain=1.0):
    f = probabilities(n, p)
    spread = 8 * math.sqrt(n * p * (1 - p))
    counts = range(max(0, int(n * p - spread)), min(n, int(n * p + spread) + 1) + 1)
    variance = [k / n * (1 - k / n) / (n - 1) for k in range(n + 1)]
    total = 0.0
    for a in counts:
        for b in counts:
            margin = Z * math.sqrt(variance[a] + variance[b]) + grain / (2 * n)
            if abs(a - b) / n > margin:
                total += f[a] * f[b]
    return total


def main():
    for p in (0.05, 0.25, 0.5):
        for n in (300, 1000, 4800):
            print(f"{p} {n} {100 * rate(n, p):.2f} %")
    for n in (30, 50, 100, 200, 300, 500, 1000, 2000, 4800):
        grid = [round(0.02 * i, 2) for i in range(1, 26)]
        print(
            f"n {n}: at most {100 * max(rate(n, p) for p in grid):.2f} %, without correction "
            f"{100 * max(rate(n, p, 0) for p in grid):.2f} %"
        )


if __name__ == "__main__":
    main()
