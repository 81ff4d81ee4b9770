"""Pictures of the pages of a running site: wide and narrow, light and dark, whole pages."""

import pathlib
import sys

from site_browser import Visit, browser, chosen, crawl


def main():
    base, folder, *paths = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as started:
        paths = paths or chosen(crawl(base), 1)
        for width in (1280, 390):
            for dark in (False, True):
                visit = Visit(started, base, width, dark)
                for path in paths:
                    visit.open(path)
                    name = path.strip("/").replace("/", "-") or "root"
                    name += f"-{width}-{'dark' if dark else 'light'}.png"
                    visit.page.screenshot(path=folder / name, full_page=True)
                    print(folder / name)
                visit.close()


if __name__ == "__main__":
    main()
