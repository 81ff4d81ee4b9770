#!/usr/bin/env python3
"""Local linear trends with known sampling errors by statsmodels, for the engine's tests.

usage: Tools/oracle/trends.py        (pip install numpy scipy statsmodels)

Writes Engine/Tests/SurveyStatisticsTests/Golden/trends/: series.csv (invented series, with steps
that are missing and standard errors that differ), states.csv (the filtered state after the last
value, its covariance and the level ahead, for given variances; statsmodels' exact diffuse start)
and fits.csv (the variances of the greatest likelihood, found by scipy from many starts).
"""

import pathlib

import numpy
import scipy
import statsmodels
from scipy.optimize import minimize
from statsmodels.tsa.statespace.mlemodel import MLEModel

FOLDER = pathlib.Path(__file__).parents[2] / "Engine/Tests/SurveyStatisticsTests/Golden/trends"
AHEAD = (1, 3)

SERIES = {
    1: [(0, 0.312, 0.0078), (1, 0.302, 0.0076), (2, 0.278, 0.0070), (3, 0.265, 0.0067), (4, 0.254, 0.0064)],
    2: [(0, 48, 1.2), (2, 51, 1.1), (3, 50, 1.4), (4, 53, 1.2), (7, 58, 0.9), (8, 57, 1.0)],
    3: [(0, 812, 0), (1, 790, 0), (2, 845, 0), (3, 801, 0), (4, 870, 0), (5, 865, 0), (6, 902, 0), (8, 880, 0)],
    4: [(0, 2.91, 0.08), (1, 2.70, 0.08), (2, 2.75, 0.09), (3, 2.40, 0.08), (4, 2.32, 0.10), (5, 2.44, 0.08),
        (6, 2.61, 0.09), (7, 2.83, 0.08), (8, 3.10, 0.10), (9, 3.22, 0.09), (10, 3.61, 0.08), (11, 3.80, 0.08)],
    5: [(0, 10.0, 0.5), (1, 12.1, 0.5), (2, 9.2, 0.5), (3, 11.9, 0.5), (4, 8.7, 0.5), (5, 12.4, 0.5)],
}
VARIANCES = [(0, 0), (1, 0), (0, 1), (0.3, 0.05), (2, 3)]


class LocalLinearTrend(MLEModel):
    """y with NaN where a step has no value, and one sampling variance for each step."""

    def __init__(self, y, h):
        super().__init__(y, k_states=2, k_posdef=2, initialization="diffuse")
        self["design"] = numpy.array([[1.0, 0.0]])
        self["transition"] = numpy.array([[1.0, 1.0], [0.0, 1.0]])
        self["selection"] = numpy.eye(2)
        self["obs_cov"] = h[None, None, :]
        self.loglikelihood_burn = 0

    def filtered(self, q, r):
        self["state_cov"] = numpy.diag([q, r])
        return self.ssm.filter()


def model(series):
    last = series[-1][0]
    y, h = numpy.full(last + 1, numpy.nan), numpy.ones(last + 1)
    for step, value, error in series:
        y[step], h[step] = value, error**2
    return LocalLinearTrend(y, h)


def scale(series):
    changes = [(b[1] - a[1]) ** 2 for a, b in zip(series, series[1:])]
    return (sum(changes) + sum(e**2 for _, _, e in series)) / (len(changes) + len(series))


def states(out):
    out.write("series,q,r,level,slope,v_level,covariance,v_slope,log_likelihood," + ",".join(
        f"mean_{h},variance_{h}" for h in AHEAD) + "\n")
    for number, series in SERIES.items():
        for q, r in VARIANCES:
            q, r = q * scale(series) * 0.1, r * scale(series) * 0.1
            if q == r == 0 and all(e == 0 for _, _, e in series):
                continue
            result = model(series).filtered(q, r)
            a, p = result.filtered_state[:, -1], result.filtered_state_cov[:, :, -1]
            row = [number, q, r, a[0], a[1], p[0, 0], p[0, 1], p[1, 1], result.llf]
            transition, noise = numpy.array([[1.0, 1.0], [0.0, 1.0]]), numpy.diag([q, r])
            for h in range(1, max(AHEAD) + 1):
                a, p = transition @ a, transition @ p @ transition.T + noise
                if h in AHEAD:
                    row += [a[0], p[0, 0]]
            out.write(",".join(repr(float(x)) for x in row) + "\n")


def fits(out):
    out.write("series,q,r,log_likelihood\n")
    for number, series in SERIES.items():
        m, s = model(series), scale(series)
        best = None
        starts = [0, *(10.0**k for k in range(-5, 3))]
        for q in starts:
            for r in starts:
                # Squares keep the variances from being negative, and reach zero.
                def minus(x):
                    if max(abs(x)) < 1e-6 and all(e == 0 for _, _, e in series):
                        return 1e10  # no variance at all: the values cannot be weighed
                    value = m.filtered(s * x[0] ** 2, s * x[1] ** 2).llf
                    return -value if numpy.isfinite(value) else 1e10
                found = minimize(minus, [q**0.5, r**0.5], method="Nelder-Mead",
                                 options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 4000})
                if best is None or found.fun < best.fun:
                    best = found
        q, r = s * best.x[0] ** 2, s * best.x[1] ** 2
        out.write(f"{number},{float(q)!r},{float(r)!r},{float(-best.fun)!r}\n")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = (f"# statsmodels {statsmodels.__version__}, scipy {scipy.__version__}, "
            f"numpy {numpy.__version__}; Tools/oracle/trends.py\n")
    with open(FOLDER / "series.csv", "w") as out:
        out.write(made + "series,step,value,standard_error\n")
        for number, series in SERIES.items():
            out.writelines(f"{number},{s},{v},{e}\n" for s, v, e in series)
    for name, write in (("states.csv", states), ("fits.csv", fits)):
        with open(FOLDER / name, "w") as out:
            out.write(made)
            write(out)


if __name__ == "__main__":
    main()
