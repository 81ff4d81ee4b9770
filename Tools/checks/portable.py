"""The repository is about itself: no paths of a machine, no unfinished marks."""

import re
import subprocess

from sources import ROOT, finish

MACHINE = re.compile(r"(?<![\w.$}])/(?:work|farm|home/\w+)/(?!\$)|index-url|BEGIN (?:RSA |EC )?PRIVATE KEY")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
BINARY = (".png", ".sqlite", ".sav", ".dta", ".zsav", ".por", ".gz", ".xlsx", ".ico", ".woff2")


def main():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    findings, count = [], 0
    for name in filter(None, listed):
        path = ROOT / name
        if name.endswith(BINARY) or not path.is_file() or name == "Tools/checks/portable.py":
            continue
        count += 1
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.split("\n"), 1):
            if MACHINE.search(line):
                findings.append(f"{name}:{number}: a path or address of one machine")
            if name.startswith(("Sources/", "Engine/Sources/")) and UNFINISHED.search(line):
                findings.append(f"{name}:{number}: unfinished: {line.strip()[:80]}")
    finish("portable", findings, f"{count} files")


if __name__ == "__main__":
    main()
