#!/usr/bin/env python3
"""R-indicators by plain matrix algebra, for the engine's tests.

usage: Tools/oracle/response.py

Writes Engine/Tests/SurveyStatisticsTests/Golden/response/sample.csv, an invented sample of 600
persons in three strata with who of them answered, and indicators.csv: the R-indicator and partial
R-indicators of Schouten, Cobben and Bethlehem (2009) with the bias correction and standard errors
of Shlomo, Skinner and Schouten (2012), as the RISQ manual 2.1 defines them.
"""

import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parents[2] / "Engine/Tests/SurveyStatisticsTests/Golden/response"
SIZES, DRAWN = [2000, 1500, 800], [250, 200, 150]


def sample():
    random = np.random.default_rng(20261123)
    stratum = np.repeat([0, 1, 2], DRAWN)
    age, sex, area = (random.integers(1, k + 1, len(stratum)) for k in (3, 2, 4))
    odds = -0.4 + 0.5 * (age == 3) - 0.6 * (age == 1) + 0.3 * (sex == 2) - 0.4 * (area == 4)
    responded = random.random(len(stratum)) < 1 / (1 + np.exp(-odds))
    return stratum, responded.astype(int), {"age": age, "sex": sex, "area": area}


def dummies(categories):
    return [(categories == k).astype(float) for k in range(2, categories.max() + 1)]


class Model:
    def __init__(self, y, columns, w, stratum):
        self.w, self.stratum, self.size = w, stratum, w.sum()
        x = np.column_stack([np.ones(len(y))] + columns)
        scaled = w / w.mean()
        beta = np.zeros(x.shape[1])
        for _ in range(60):
            rho = 1 / (1 + np.exp(-x @ beta))
            h = x.T @ np.diag(scaled * rho * (1 - rho)) @ x
            beta += np.linalg.solve(h, x.T @ (scaled * (y - rho)))
        self.sigma = np.linalg.inv(h)
        self.rho = rho
        self.mean = np.average(rho, weights=w)
        self.variance = (w * (rho - self.mean) ** 2).sum() / (self.size - 1)
        self.z = x * (rho * (1 - rho))[:, None]

    def total_variance(self, y):
        v = 0
        for h, (size, n) in enumerate(zip(SIZES, DRAWN)):
            v += size**2 * (1 - n / size) * np.var(y[self.stratum == h], ddof=1) / n
        return v

    def bias(self):
        own = sum(w * z @ self.sigma @ z for w, z in zip(self.w, self.z))
        return (own - self.total_variance(self.rho) / self.size) / self.size

    def variance_of_r(self):
        joint = np.cov(np.column_stack([self.rho, self.z]).T, aweights=self.w, ddof=0)
        a, b = joint[1:, 0], joint[1:, 1:]
        moved = b @ self.sigma
        model = 4 * a @ self.sigma @ a + 2 * np.trace(moved @ moved)
        drawn = self.total_variance((self.rho - self.mean) ** 2) / self.size**2
        return (model + drawn) / joint[0, 0]


def main():
    stratum, responded, variables = sample()
    w = np.array([SIZES[h] / DRAWN[h] for h in stratum])
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "sample.csv", "w") as file:
        file.write("# invented: Tools/oracle/response.py\nstratum,population,responded,age,sex,area\n")
        for row in zip(stratum, [SIZES[h] for h in stratum], responded, *variables.values()):
            file.write(",".join(map(str, row)) + "\n")
    model = Model(responded, [c for v in variables.values() for c in dummies(v)], w, stratum)
    kept = max(0, 1 - model.bias() / model.variance)
    size, rho = w.sum(), model.rho
    lines = [("all", 1 - 2 * (kept * model.variance) ** 0.5, 1 - 2 * model.variance**0.5,
              model.variance_of_r() ** 0.5, model.mean, (kept * model.variance) ** 0.5 / model.mean)]
    for name, values in variables.items():
        alone = Model(responded, dummies(values), w, stratum)
        others = list(zip(*(v for other, v in variables.items() if other != name)))
        centres = {cell: np.average(rho[[o == cell for o in others]],
                                    weights=w[[o == cell for o in others]]) for cell in set(others)}
        within = w * (rho - np.array([centres[cell] for cell in others])) ** 2 / size
        parts, between = [], 0
        for k in range(1, values.max() + 1):
            inside = values == k
            n = w[inside].sum()
            signed = (n / size) ** 0.5 * (np.average(rho[inside], weights=w[inside]) - model.mean)
            error = (n / size * (
                model.total_variance(rho * inside) * (1 / n - 1 / size) ** 2
                + model.total_variance(rho * ~inside) / size**2)) ** 0.5
            between += signed**2
            parts.append((signed, error, within[inside].sum() ** 0.5))
        lines.append((name, (kept * between) ** 0.5, alone.variance_of_r() ** 0.5 / 2,
                      (kept * within.sum()) ** 0.5, *(x for part in parts for x in part)))
    with open(FOLDER / "indicators.csv", "w") as file:
        file.write(f"# numpy {np.__version__}: Tools/oracle/response.py\n"
                   "what,figures: R, unadjusted, its error, mean, variation; then for each variable "
                   "its part, error, conditional part, and three for each category\n")
        for name, *figures in lines:
            file.write(",".join([name] + [repr(float(x)) for x in figures]) + "\n")


if __name__ == "__main__":
    main()
