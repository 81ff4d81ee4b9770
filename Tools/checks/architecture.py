"""The arrows of the house: who may know whom, and which work is done in one place only."""

import json
import re
import subprocess
import tempfile

from sources import ROOT, code_only, finish, relative, strings_only, swift_files

# What each target may depend on. An arrow that is not here needs a page in docs/decisions/.
FIGURES = {"DisclosureControl"}
ENGINE = {"DisclosureControl", "SurveyStatistics", "NumericKernels"}
ARROWS = {
    "trygghet": {
        "Web", "Composition", "Pages", "Texts", "Workflows", "SafetyModel", "InventedMunicipality",
        "CReadStat", "ArgumentParser",
    } | ENGINE,
    # Not part of the program: the simulation that `make soak` runs.
    "soak": {"InventedMunicipality", "SurveyStatistics"},
    "Composition": {
        "Exchange", "StorageSQLite", "Workflows", "SafetyModel", "Texts", "Crypto",
    } | ENGINE,
    "Web": {
        "Pages", "Workflows", "Texts", "Markup", "SafetyModel", "CZlib", "Hummingbird", "Crypto",
        "HummingbirdCore",
        "HTTPTypes", "Logging", "NIOCore", "NIOPosix", "NIOHTTPTypes", "ServiceLifecycle",
    } | FIGURES,
    "Pages": {"Charts", "Texts", "Markup", "SafetyModel"} | FIGURES,
    "StorageSQLite": {"Workflows", "SafetyModel", "GRDB", "Crypto"} | FIGURES,
    "Exchange": {"Workflows", "SafetyModel", "Texts", "CReadStat", "CZlib", "Yams"} | FIGURES,
    "Workflows": {"SafetyModel", "Crypto"} | ENGINE,
    "Charts": {"Markup", "SafetyModel", "Texts"} | FIGURES,
    "InventedMunicipality": {"NumericKernels"},
    "Markup": set(),
    "Texts": {"SafetyModel"},
    "SafetyModel": FIGURES,
    "DisclosureControl": {"SurveyStatistics", "NumericKernels"},
    "SurveyStatistics": {"NumericKernels"},
    "NumericKernels": set(),
}
# The platform, which everyone may use; the engine has no input and output and needs less: of
# Synchronization the lock of what it remembers.
PLATFORM = {"Foundation", "Glibc", "Synchronization", "Dispatch", "FoundationEssentials"}
ENGINE_PLATFORM = {"Foundation", "Glibc", "Musl", "Darwin", "Synchronization"}

IMPORT = re.compile(
    r"^\s*(?:@[\w()]+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)",
    re.MULTILINE,
)
# (what it is, pattern in code, targets that may)
IN_ONE_PLACE = [
    ("traps on input", r"\bfatalError\s*\(|\bpreconditionFailure\s*\(|\bas!|\btry!", set()),
    ("asks the clock", r"\bDate\(\)|\bDate\.now\b|(?:Continuous|Suspending)Clock\b",
     {"Composition", "trygghet"}),
    ("asks ambient randomness", r"SystemRandomNumberGenerator|\bUUID\(\)|\.random\(in:[^,()]*\)|\.shuffled\(\)|\.randomElement\(\)",
     {"Composition", "trygghet"}),
    ("reads the environment", r"ProcessInfo\.processInfo\.environment|\bgetenv\(",
     {"Composition", "trygghet"}),
    ("prints", r"(?<![.\w])print\(", {"trygghet", "soak"}),
]
# Where a thing must be done all the same, and why.
PERMITTED = {
    # A child process is given a deadline, and the way to its libraries.
    ("Sources/Exchange/Reading/StatisticsFile/ChildProcess.swift", "asks the clock"),
    ("Sources/Exchange/Reading/StatisticsFile/ChildProcess.swift", "reads the environment"),
}
SQL = re.compile(
    r"\bSELECT\b[\s\S]*\bFROM\b|\bINSERT\s+(?:OR\s+\w+\s+)?INTO\b|\bDELETE\s+FROM\b"
    r"|\bCREATE\s+(?:TABLE|INDEX|VIEW)\b|\bPRAGMA\s+\w|\bUPDATE\s+\w+\s+SET\b"
)
ESCAPES = re.compile(r"&(?:lt|gt|amp|quot|#39|#x27);")


def described(package):
    # A scratch folder of its own: the usual one is locked while anything builds.
    with tempfile.TemporaryDirectory() as scratch:
        command = [
            "swift", "package", "--package-path", str(package), "--scratch-path", scratch,
            "dump-package",
        ]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def dependencies(target):
    for entry in target["dependencies"]:
        for kind in ("byName", "product", "target"):
            if kind in entry:
                yield entry[kind][0]


def targets():
    for package in (ROOT / "Engine", ROOT):
        for target in described(package)["targets"]:
            if target["type"] in ("regular", "executable"):
                yield package, target


def check_declared(target, findings):
    """Package.swift keeps the arrows; the engine's products are declared as one list."""
    name = target["name"]
    for dependency in dependencies(target):
        if dependency in ENGINE and name not in ENGINE:
            continue
        if dependency not in ARROWS[name] and not dependency.startswith("C"):
            findings.append(f"Package.swift: {name} must not depend on {dependency}")


def check_file(name, path, findings):
    text = path.read_text(encoding="utf-8")
    code = code_only(text)
    platform = ENGINE_PLATFORM if name in ENGINE else PLATFORM
    for match in IMPORT.finditer(code):
        if match.group(1) not in ARROWS[name] | platform:
            line = code.count("\n", 0, match.start(1)) + 1
            findings.append(f"{relative(path)}:{line}: {name} must not import {match.group(1)}")
    for what, pattern, allowed in IN_ONE_PLACE:
        if name in allowed or (str(relative(path)), what) in PERMITTED:
            continue
        for match in re.finditer(pattern, code):
            line = code.count("\n", 0, match.start()) + 1
            findings.append(f"{relative(path)}:{line}: {what}: {match.group().strip()}")
    if name not in ENGINE and re.search(r"^\s*public (?!import)", code, re.MULTILINE):
        findings.append(f"{relative(path)}: `public` is for the engine; the house uses `package`")
    for line, literal in strings_only(text):
        if name != "StorageSQLite" and SQL.search(literal):
            findings.append(f"{relative(path)}:{line}: SQL stands in a storage engine only")
        if name != "Markup" and ESCAPES.search(literal):
            findings.append(f"{relative(path)}:{line}: only Markup escapes")


def check_styles(findings):
    """Right-to-left languages need logical properties: no left and no right."""
    physical = re.compile(
        r"(?:^|[;{\s])((?:margin|padding|border)-(?:left|right)|(?:left|right)\s*:|"
        r"text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right))"
    )
    for path in sorted((ROOT / "Sources").rglob("*.css")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if match := physical.search(line):
                findings.append(f"{relative(path)}:{number}: physical property {match.group(1)}")


def main():
    findings, count = [], 0
    for package, target in targets():
        folder = target.get("path") or f"Sources/{target['name']}"
        if folder.startswith("Tests/"):
            continue
        check_declared(target, findings)
        for path in swift_files((package / folder).relative_to(ROOT)):
            count += 1
            check_file(target["name"], path, findings)
    check_styles(findings)
    finish("architecture", findings, f"{count} files")


if __name__ == "__main__":
    main()
