"""Tests mirror sources: every engine file with behaviour has its twin in the same folder."""

import re

from sources import ROOT, code_only, finish, relative, swift_files


def main():
    findings, count = [], 0
    for path in swift_files("Engine/Sources"):
        if not re.search(r"\b(?:func|subscript)\b|\bvar \w+: [^{=\n]+\{", code_only(path.read_text())):
            continue
        count += 1
        module, *folders = path.relative_to(ROOT / "Engine/Sources").parts
        name = path.stem.split("+")[-1]
        twin = ROOT.joinpath("Engine/Tests", f"{module}Tests", *folders[:-1], f"{path.stem}Tests.swift")
        short = twin.with_name(f"{name}Tests.swift")
        if not twin.exists() and not short.exists():
            findings.append(f"{relative(path)} has no test {relative(twin)}")
    finish("tests mirror sources", findings, f"{count} engine files with behaviour")


if __name__ == "__main__":
    main()
