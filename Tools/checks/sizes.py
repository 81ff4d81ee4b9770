"""Sizes: a long file or function carries its reason, or is divided."""

import re

from sources import code_only, finish, relative, swift_files

FILE, FUNCTION = 300, 40
REASON = re.compile(r"//+\s*Long because ")
HEAD = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+|\w+\s+)*(?:func\s+[\w<>+*/=!&|^~%-]+|init)\s*[(<?]")


def functions(code):
    """Name, first and last line of every function body, found by its braces."""
    lines = code.split("\n")
    for start, line in enumerate(lines):
        if not HEAD.match(line) or re.match(r"^\s*(?:return|try|await|let|var|self)\b", line):
            continue
        depth, opened = 0, False
        for end in range(start, len(lines)):
            depth += lines[end].count("{") - lines[end].count("}")
            opened = opened or "{" in lines[end]
            if depth < 0 or (not opened and end > start and not lines[end].strip()):
                break
            if opened and depth == 0:
                yield line.strip().split("(")[0], start + 1, end + 1
                break


def main():
    findings, lengths, count = [], [], 0
    for path in swift_files("Sources", "Engine/Sources"):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        count += 1
        if len(lines) > FILE and not REASON.search("\n".join(lines[:12])):
            findings.append(f"{relative(path)}: {len(lines)} lines, at most {FILE} without a reason")
        for name, start, end in functions(code_only(text)):
            length = end - start + 1
            lengths.append(length)
            if length > FUNCTION and not REASON.search("\n".join(lines[max(0, start - 12):start + 2])):
                findings.append(f"{relative(path)}:{start}: {name}, {length} lines, at most {FUNCTION}")
    lengths.sort()
    middle = lengths[len(lengths) // 2] if lengths else 0
    finish("sizes", findings, f"{count} files, {len(lengths)} functions, half of them ≤ {middle} lines")


if __name__ == "__main__":
    main()
