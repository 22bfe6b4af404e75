"""Makes the pictures of the handbook from the real program: `python -m tests.handbook_pictures`.

The program runs on an invented library, and an officer does every task of the handbook in Chromium. `--counts` also
prints how many clicks and fields each task takes.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import expect, sync_playwright

from tests.handbook_pictures.ashdale import REPOSITORY, forms_of, make_ashdale
from tests.handbook_pictures.library_pictures import take_library_pictures
from tests.handbook_pictures.officer import WIDTH, Officer
from tests.handbook_pictures.tasks import do_all

PICTURES: Final = REPOSITORY / "docs" / "pictures" / "handbook"
_BROWSERS: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def make_pictures(folder: Path, library_folder: Path | None = None) -> Officer:
    """Do all tasks, and write their pictures into a folder. The second folder is for those of the real library."""
    browser_path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    assert browser_path is not None, "tests/browser/ensure-chromium installs Chromium or says how"
    expect.set_options(timeout=60_000)
    with (
        tempfile.TemporaryDirectory() as scratch,
        sync_playwright() as playwright,
        forms_of(make_ashdale(Path(scratch))) as ashdale,
    ):
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": WIDTH, "height": 900}, bypass_csp=True)
        context.set_default_timeout(60_000)
        officer = Officer(context.new_page(), ashdale, folder)
        officer.page.goto(ashdale.opening)
        do_all(officer)
        if library_folder is not None:
            take_library_pictures(browser, Path(scratch), library_folder)
        browser.close()
    return officer


def main() -> None:
    """Write the pictures, and delete those of tasks that are no longer there."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--counts", action="store_true", help="Print how many clicks and fields each task takes.")
    arguments.add_argument("--out", type=Path, default=PICTURES, help="Folder for the pictures.")
    options = arguments.parse_args()
    officer = make_pictures(options.out, options.out.parent)
    for file in options.out.glob("*.webp"):
        if file.stem not in officer.made:
            file.unlink()
    print(f"{len(officer.made)} pictures in {options.out}")
    if options.counts:
        for name, count in officer.counts.items():
            print(f"{name}: {count.clicks} clicks, {count.fields} fields")


if __name__ == "__main__":
    main()
