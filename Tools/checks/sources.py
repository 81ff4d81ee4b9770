"""What every check needs: the source files, and a way to tell what it found."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def swift_files(*folders):
    """Every Swift file below the folders, sorted."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.swift"))


def relative(path):
    return str(pathlib.Path(path).relative_to(ROOT))


# One pass, leftmost first: a comment mark inside a string is text, a quote inside a comment is not.
_TOKENS = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|(?P<raw>(?P<marks>#+)"{3}.*?"{3}(?P=marks)|(?P<mark>#+)".*?"(?P=mark))'
    r'|(?P<long>""".*?""")'
    r'|(?P<short>"(?:\\.|[^"\\\n])*")',
    re.DOTALL,
)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def code_only(text):
    """The text with comments and strings blanked; every line keeps its number."""
    return _TOKENS.sub(lambda match: _blank(match.group()), text)


def strings_only(text):
    """Every string literal with the line that it begins on."""
    for match in _TOKENS.finditer(text):
        if not match.group("comment"):
            yield text.count("\n", 0, match.start()) + 1, match.group()


def finish(name, findings, checked):
    """Prints the findings and ends with 1 when there are any."""
    for finding in findings:
        print(f"error: {finding}")
    print(f"{name}: {checked}, {len(findings)} finding{'' if len(findings) == 1 else 's'}")
    sys.exit(1 if findings else 0)
