"""Opens the pages of a running site in a browser and fails on every barrier found.

    .tools/venv/bin/python Tools/browser/check.py http://127.0.0.1:8080/ [--all]

Every page is opened at 320 px: it must not scroll sideways, ask another site for anything, or
break its own content security policy. One page of each kind and language (with --all: every page) is
also read by axe, wide and narrow, light and dark, and walked through by keyboard.
"""

import argparse
import sys

from axe_playwright_python.sync_playwright import Axe

from site_browser import Visit, browser, chosen, crawl

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
WINDOWS = [(1280, False), (1280, True), (320, False)]

# What has the focus: its place in the document, whether it can be seen, and whether one sees that
# it has the focus.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const all = Array.from(document.querySelectorAll('*'));
  return {
    place: all.indexOf(element),
    name: element.tagName.toLowerCase() + ' ' +
      (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40),
    seen: box.width > 0 && box.height > 0 && style.visibility !== 'hidden',
    marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== 'none',
  };
}"""


def axe(visit, path, width, dark):
    results = Axe().run(visit.page, options=AXE).response
    for violation in results["violations"]:
        for node in violation["nodes"][:3]:
            yield (f"{path} at {width}{' dark' if dark else ''}: {violation['id']}: "
                   f"{violation['help']}: {node['html'][:160]}")


def sideways(visit, path, width):
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    room = visit.page.evaluate("document.documentElement.clientWidth")
    if wide > room:
        yield f"{path} at {width}: scrolls sideways, {wide} in {room} px"


def keyboard(visit, path, limit=400):
    """Tab goes through the page in its order, visibly, and out again."""
    last, first = -1, None
    for _ in range(limit):
        visit.page.keyboard.press("Tab")
        here = visit.page.evaluate(FOCUSED)
        if here is None or here["place"] < last and here["name"] == first:
            break
        first = first or here["name"]
        if here["place"] <= last:
            yield f"{path}: keyboard goes back to {here['name']}"
            break
        if not here["seen"]:
            yield f"{path}: focus on something unseen: {here['name']}"
        if not here["marked"]:
            yield f"{path}: nothing shows the focus on {here['name']}"
        last = here["place"]
    else:
        yield f"{path}: keyboard does not get out within {limit} steps"
    if first is None:
        yield f"{path}: nothing to reach by keyboard"


def check_all_narrow(started, base, paths):
    visit = Visit(started, base, 320)
    for path in paths:
        visit.open(path)
        yield from sideways(visit, path, 320)
        yield from (f"{path}: {fault}" for fault in visit.faults + visit.violations())
    visit.close()
    print(f"browser: {len(paths)} pages at 320 px", flush=True)


def check_closely(started, base, paths):
    for width, dark in WINDOWS:
        visit = Visit(started, base, width, dark)
        for path in paths:
            visit.open(path)
            yield from axe(visit, path, width, dark)
            yield from sideways(visit, path, width)
            if width == 1280 and not dark:
                yield from keyboard(visit, path)
            yield from (f"{path}: {fault}" for fault in visit.faults + visit.violations())
        visit.close()
        print(f"browser: {len(paths)} closely, {width} px{' dark' if dark else ''}", flush=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("address")
    arguments.add_argument("--all", action="store_true", help="every page closely")
    given = arguments.parse_args()
    findings = []
    with browser() as started:
        paths = crawl(given.address)
        closely = paths if given.all else chosen(paths, 1)
        findings += check_all_narrow(started, given.address, paths)
        findings += check_closely(started, given.address, closely)
    findings = list(dict.fromkeys(findings))
    for finding in findings:
        print(f"error: {finding}")
    print(f"browser: {len(paths)} pages, {len(closely)} closely, {len(findings)} findings")
    sys.exit(1 if findings or len(paths) < 10 else 0)


if __name__ == "__main__":
    main()
