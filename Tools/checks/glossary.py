"""One concept, one word: the synonyms in bold in docs/glossary.md are in no identifier."""

import re

from sources import ROOT, code_only, finish, relative, swift_files

ROW = re.compile(r"^\|([^|]+)\|[^|]+\|[^|]+\|([^|]*)\|$", re.MULTILINE)
IDENTIFIER = re.compile(r"\b[A-Za-z_]\w*\b")
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def forbidden():
    """The synonyms, in lower case, with the word to use instead."""
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    for right, wrong in ROW.findall(text):
        for synonym in re.findall(r"\*\*(\w+)\*\*", wrong):
            yield synonym.lower(), right.strip().replace("`", "")


def spellings(identifier):
    """The identifier's words, and each pair of neighbours as one: `stdErr` is also `stderr`."""
    words = [word.lower() for word in WORD.findall(identifier)]
    return set(words) | {a + b for a, b in zip(words, words[1:])}


def main():
    synonyms = dict(forbidden())
    findings, count = [], 0
    if not synonyms:
        findings.append("docs/glossary.md: no synonym in bold was found, so nothing was checked")
    for path in swift_files("Sources", "Engine/Sources"):
        if path.match("Exchange/Reading/*"):
            continue
        for number, line in enumerate(code_only(path.read_text(encoding="utf-8")).split("\n"), 1):
            for identifier in set(IDENTIFIER.findall(line)):
                count += 1
                for synonym in spellings(identifier) & synonyms.keys():
                    # The C library's own names for a stream.
                    if identifier in ("stderr", "STDERR_FILENO"):
                        continue
                    findings.append(
                        f"{relative(path)}:{number}: {identifier}: say {synonyms[synonym]}, not {synonym}")
    finish("glossary", findings, f"{count} identifiers against {len(synonyms)} synonyms")


if __name__ == "__main__":
    main()
