"""The search index beside Material's own: how long it takes, how much memory, and what a browser fetches.

`python -m tests.benchmarks.search` from the checkout, with Chromium on the machine. It takes a minute or two. The table
goes to standard output, progress to standard error.
"""

from __future__ import annotations

import functools
import gzip
import os
import shutil
import sys
import threading
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.model.addresses import SEARCH_INDEX
from generator.search import SearchableDocument, SearchablePage, SearchVocabulary, index_site

from .corpus import SEED, make_corpus
from .measure import Command, peak_bytes_of_program, run, seconds_of
from .mkdocs_peer import SETTINGS, use_materials_search, use_stock_material, write_mkdocs
from .synthetic import BRIEFINGS, CASES, write_site
from .wording import passage

DOCUMENTS: Final = 20
PAGES_OF_A_DOCUMENT: Final = 100
WORDS_OF_A_PAGE: Final = 400
GOAL_BYTES: Final = 150_000
QUERIES: Final = ("chronology", "housing officer", "sleep and safety", "the plan for the weeks ahead", "badencor")
"""One word, two, three with a common one among them, a sentence, and a rare word of the reports: each report that is
found comes with its whole text."""

_SYLLABLES: Final = (
    "ba",
    "cor",
    "den",
    "el",
    "fin",
    "gra",
    "hol",
    "in",
    "ker",
    "lan",
    "mo",
    "nur",
    "per",
    "ros",
    "tam",
    "ul",
)
_INVENTED_WORDS: Final = 8_000


@dataclass(frozen=True, slots=True)
class Indexing:
    """One index, and what it cost."""

    what: str
    seconds: float
    peak_bytes: int | None
    """Of Pagefind's own process; None where there is no /proc."""

    files: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Fetching:
    """What a browser that knows nothing yet fetched to answer one query."""

    query: str
    results: str
    plain_bytes: int
    """Of the index, from a server that sends every file as it lies there."""

    gzip_bytes: int
    """The same from a server that compresses text, as most do. Pagefind's other files are compressed already."""


def reports(documents: int) -> Iterator[SearchableDocument]:
    """Reports of an invented library: half of the words are prose, half invented ones that are as rare as real ones."""
    random = Random(SEED)
    words = ["".join(random.choices(_SYLLABLES, k=random.randint(2, 4))) for _ in range(_INVENTED_WORDS)]
    weights = list(accumulate(1 / rank for rank in range(1, _INVENTED_WORDS + 1)))
    for number in range(1, documents + 1):
        texts = tuple(
            f"{passage(random, WORDS_OF_A_PAGE // 2)} "
            + " ".join(random.choices(words, cum_weights=weights, k=WORDS_OF_A_PAGE // 2))
            for _ in range(PAGES_OF_A_DOCUMENT)
        )
        fingerprint = blake2b("\f".join(texts).encode()).digest()
        yield SearchableDocument(
            f"documents/report-{number}.pdf",
            f"Report {number}",
            functools.partial(tuple, texts),
            "PDF",
            fingerprint,
            f"reviews/report-{number}/",
        )


def pages_of(site: Path) -> Iterator[SearchablePage]:
    """The pages of a built site, as the pipeline hands them over."""
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        html = path.read_bytes()
        fingerprint = blake2b(html).digest()
        yield SearchablePage(
            "" if folder == "." else f"{folder}/", functools.partial(bytes, fingerprint), functools.partial(bytes, html)
        )


def main() -> int:
    """The exit status."""
    arguments = _arguments()
    if arguments.index:
        _index(Path(arguments.index), arguments.pages, arguments.documents)
        return 0
    with TemporaryDirectory(prefix="library-search-") as folder:
        print("\n".join(_report(Path(folder), arguments)))
    return 0


def _report(folder: Path, arguments: Namespace) -> Iterator[str]:
    corpus = make_corpus(arguments.cases, arguments.briefings)
    library = folder / "library"
    write_site(library, corpus)
    _say("building the library")
    run(_command(folder, "generator", "build", "--root", str(library), "--without", "search", "--without", "sheets"))
    site = library / "site"
    pages = arguments.cases + arguments.briefings
    yield from _conditions(arguments)
    yield ""
    yield "| Index of | Time | Peak memory of Pagefind | Files | Size |"
    yield "|---|---|---|---|---|"
    for what, with_pages, documents in (
        (f"{pages:,} records' pages", True, 0),
        (f"{DOCUMENTS * PAGES_OF_A_DOCUMENT:,} pages of PDFs", False, DOCUMENTS),
        (f"twice as many pages of PDFs: {2 * DOCUMENTS * PAGES_OF_A_DOCUMENT:,}", False, 2 * DOCUMENTS),
        (f"{pages:,} records' pages and {DOCUMENTS * PAGES_OF_A_DOCUMENT:,} pages of PDFs", True, DOCUMENTS),
    ):
        made = _measured(what, folder, site, with_pages, documents)
        peak = "not measured" if made.peak_bytes is None else f"{made.peak_bytes / 1e6:.0f} MB"
        yield f"| {made.what} | {made.seconds:.1f} s | {peak} | {made.files:,} | {made.size_bytes / 1e6:.1f} MB |"
    material = _materials_index(folder, library, corpus)
    yield ""
    yield "| First query | Results | Fetched | Fetched, text compressed | Of Material's, compressed |"
    yield "|---|---|---|---|---|"
    for each in _fetched(site):
        ratio = each.gzip_bytes / material[1]
        sizes = f"{each.plain_bytes / 1e3:.0f} KB | {each.gzip_bytes / 1e3:.0f} KB"
        yield f"| {each.query} | {each.results} | {sizes} | {ratio:.2f} |"
    yield (
        f"| Material's own search: any, of the {pages:,} records' pages alone | | {material[0] / 1e3:,.0f} KB "
        f"| {material[1] / 1e3:,.0f} KB | 1.00 |"
    )


def _measured(what: str, folder: Path, site: Path, with_pages: bool, documents: int) -> Indexing:
    """The last index stays in the site, so that a browser can ask it."""
    _say(f"indexing {what}")
    pages = ("--pages",) if with_pages else ()
    command = _command(folder, "tests.benchmarks.search", "--index", str(site), "--documents", str(documents), *pages)
    peak = peak_bytes_of_program(command, "pagefind")
    shutil.rmtree(site / ".cache")
    seconds_of(command)
    seconds = float(command.log.read_text(encoding="utf-8"))
    shutil.rmtree(site / ".cache")
    files = [path for path in (site / SEARCH_INDEX).rglob("*") if path.is_file()]
    return Indexing(what, seconds, peak, len(files), sum(file.stat().st_size for file in files))


def _index(site: Path, with_pages: bool, documents: int) -> None:
    """In a process of its own: indexes a built site, says how long that took, and puts the files in their place."""
    pages = list(pages_of(site)) if with_pages else []
    texts = list(reports(documents))
    began = time.perf_counter()
    made = index_site(pages, texts, SearchVocabulary(), b"", site / ".cache")
    print(time.perf_counter() - began)
    assert made.diagnostics == (), made.diagnostics
    shutil.rmtree(site / SEARCH_INDEX, ignore_errors=True)
    for each in made.value:
        target = site / each.address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(each.path, target)


def _materials_index(folder: Path, library: Path, corpus: Any) -> tuple[int, int]:
    """What Material's search fetches before its first answer: its index whole and its worker; plain and compressed."""
    _say("building MkDocs with Material's own search")
    root = folder / "material"
    write_mkdocs(root, library, corpus)
    use_stock_material(root)
    use_materials_search(root)
    run(_command(root, "mkdocs", "build", "--quiet", "--config-file", str(root / SETTINGS), "--site-dir", "out"))
    workers = list((root / "out" / "assets" / "javascripts" / "workers").glob("search.*.js"))
    files = [(root / "out" / "search" / "search_index.json").read_bytes(), *(worker.read_bytes() for worker in workers)]
    return sum(map(len, files)), sum(len(gzip.compress(file, 6)) for file in files)


class _Server(SimpleHTTPRequestHandler):
    """Serves files, compressed where they are text and the server is told to."""

    compresses = False

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not (self.compresses and path.suffix in (".js", ".json", ".html", ".css") and path.is_file()):
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Says nothing."""


class _CompressingServer(_Server):
    compresses = True


@contextmanager
def _served(site: Path, handler: type[_Server]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _fetched(site: Path) -> Iterator[Fetching]:
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with (
        _served(site, _Server) as plain,
        _served(site, _CompressingServer) as compressing,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for query in QUERIES:
            _say(f"asking for {query}")
            results, sent = _ask(browser, plain, query)
            yield Fetching(query, results, sent, _ask(browser, compressing, query)[1])
        browser.close()


def fetched_by_queries(site: Path) -> Iterator[tuple[str, int, int]]:
    """Each query, and the bytes that its first answer fetches: plain, and from a server that compresses text."""
    for each in _fetched(site):
        yield each.query, each.plain_bytes, each.gzip_bytes


def _ask(browser: Any, root: str, query: str) -> tuple[str, int]:
    """The number of results, and the bytes of the index that came over the wire, headers included."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    addresses: dict[str, str] = {}
    sent: dict[str, float] = {}
    session.on(
        "Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]["url"]})
    )
    session.on("Network.loadingFinished", lambda event: sent.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(f"{root}search/?q={query.replace(' ', '+')}", wait_until="networkidle")
    status = page.locator("[data-found] [role=status]", has_text="result")
    status.wait_for()
    page.locator("[data-found] ol:not([aria-busy])").wait_for(state="attached")
    told = status.inner_text().split()[0]
    context.close()
    return told, round(sum(size for each, size in sent.items() if SEARCH_INDEX in addresses.get(each, "")))


def _command(folder: Path, *module: str) -> Command:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    return Command((sys.executable, "-m", *module), folder, environment, folder / "benchmark.log")


def _arguments(given: Sequence[str] | None = None) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.benchmarks.search", description="Measure the search index.")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--briefings", type=int, default=BRIEFINGS)
    parser.add_argument("--index", default="", help="index this site only, as each measured round does")
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--pages", action="store_true")
    return parser.parse_args(given)


def _conditions(arguments: Namespace) -> Iterator[str]:
    """What a reader must know to judge the figures."""
    yield (
        f"{arguments.cases:,} cases, {arguments.briefings:,} briefings, {DOCUMENTS} reports of {PAGES_OF_A_DOCUMENT} "
        f"pages of {WORDS_OF_A_PAGE} words; {date.today()}; {os.cpu_count()} cores, "
        f"pagefind {version('pagefind-bin')}, mkdocs-material {version('mkdocs-material')}; "
        f"load {os.getloadavg()[0]:.1f}. The goal for a first query is at most {GOAL_BYTES / 1e3:.0f} KB."
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
