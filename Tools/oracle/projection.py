"""Positions of SWEREF 99 TM and a zone by PROJ: Tests/ExchangeTests/Fixtures/projection/*.csv.

    python3 -m venv oracle && oracle/bin/pip install pyproj==3.7.2
    oracle/bin/python Tools/oracle/projection.py
"""

import pathlib

import pyproj

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "Tests/ExchangeTests/Fixtures/projection"
# (file, PROJ's words): Sweden's own projection, and the zone of Kristianstad.
SYSTEMS = [
    ("sweref99tm.csv", "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=500000 +y_0=0 +ellps=GRS80"),
    ("sweref99-1330.csv", "+proj=tmerc +lat_0=0 +lon_0=13.5 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80"),
]


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, words in SYSTEMS:
        projection = pyproj.Proj(words)
        lines = [f"# PROJ {pyproj.proj_version_str}, pyproj {pyproj.__version__}: {words}"]
        lines.append("longitude,latitude,easting,northing")
        for longitude in (8.0, 10.5, 11.97, 13.5, 14.16, 15.0, 18.06, 20.3, 24.17, 26.0):
            for latitude in (54.0, 55.34, 56.03, 59.33, 63.825, 69.06, 71.0):
                east, north = projection(longitude, latitude)
                lines.append(f"{longitude},{latitude},{east:.9f},{north:.9f}")
        (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
