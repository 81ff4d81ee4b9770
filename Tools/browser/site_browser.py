"""A browser on the site: pages found by their links, and what goes wrong while they are shown."""

import contextlib
import os
import re
import shutil
import urllib.request
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import sync_playwright

TELL_VIOLATIONS = """
  window.__violations = [];
  document.addEventListener('securitypolicyviolation',
    event => window.__violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


def chromium():
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextlib.contextmanager
def browser():
    """Debian's Chromium, without a window."""
    # Chromium's own sandbox refuses to run as root, as in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        try:
            yield started
        finally:
            started.close()


class Visit:
    """A page in a window of some width; collects what must not happen."""

    def __init__(self, started, base, width, dark=False, scripts=True):
        self.base = base
        self.faults = []
        self.context = started.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts,
            color_scheme="dark" if dark else "light", reduced_motion="reduce")
        self.context.add_init_script(TELL_VIOLATIONS)
        self.page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._request)

    def _console(self, message):
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _request(self, request):
        there, here = urlsplit(request.url), urlsplit(self.base)
        if there.scheme != "data" and (there.scheme, there.netloc) != (here.scheme, here.netloc):
            self.faults.append(f"request to another site: {request.url}")

    def open(self, path):
        self.faults.clear()
        response = self.page.goto(urljoin(self.base, path), wait_until="load")
        return response.status

    def violations(self):
        return [f"content security policy: {text}" for text in
                self.page.evaluate("window.__violations")]

    def close(self):
        self.context.close()


def crawl(base):
    """The paths of all pages that links lead to, without files and filters."""
    found, seen, waiting = [], set(), [urlsplit(base).path or "/"]
    while waiting:
        with urllib.request.urlopen(urljoin(base, waiting.pop(0))) as answer:
            path, text = urlsplit(answer.url).path, answer.read().decode()
        if path in found:
            continue
        found.append(path)
        for link in re.findall(r'href="(/[^"#?]*)["#]', text):
            # An earlier publication has all pages again: its first one stands for them.
            is_again = re.search(r"/publi\w+/\d+/.", link)
            if not re.search(r"\.\w+$", link) and not is_again and link not in seen:
                seen.add(link)
                waiting.append(link)
    return found


def kind(path):
    """Pages that are made alike: the language, the folder, and how deep."""
    parts = [part for part in path.split("/") if part]
    return tuple(parts[:2]) + (len(parts),)


def chosen(paths, of_each):
    """At most so many pages of each kind, in the order found."""
    counts, picked = {}, []
    for path in paths:
        counts[kind(path)] = counts.get(kind(path), 0) + 1
        if counts[kind(path)] <= of_each:
            picked.append(path)
    return picked
