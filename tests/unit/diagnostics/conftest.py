"""The sample sites: a small valid site, and over it the files of one sample."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands.changes.journal import make_change
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.interrupted_change import JOURNAL, MARK
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import CATALOGUE
from generator.report import report
from generator.serve import CurrentBuild, rebuild_on_change
from tests import files_with_more, office_files, old_site, pdfs, word_files

REPOSITORY: Final = Path(__file__).parents[3]
SITES: Final = REPOSITORY / "tests" / "sites"
ABOUT_THE_SAMPLE: Final = frozenset(
    {"expected.txt", "without.txt", "made.txt", "committed.txt", "terms.txt", "links.txt", "later"}
)
"""Files of a sample that tell of it and are no part of the site."""

NEEDS_FRAMES: Final = frozenset(
    {
        *(
            "S002",
            "S003",
            "S007",
            "S008",
            "S020",
            "S040",
            "V343",
            "P604",
            "P608",
            "D419",
            "D421",
            "D422",
            "D423",
            "D471",
            "A502",
            "A507",
            "A508",
        ),
        *("G101", "G102", "G105", "G112"),
    }
)
"""Found while the site is built; every other fault of a record is found by `library check` alone."""

NEEDS_A_BUILT_SITE: Final = frozenset({"L801", "L802", "L803", "L804", "L805", "L806", "L807"})

NEEDS_AN_EARLIER_BUILD: Final = frozenset({"S009", "S010", "S011"})
"""Found by the second build of a site. The folder `later` of the sample is laid over the site after the first one."""

NEEDS_AN_EMAIL: Final = frozenset({"B950", "B951", "B952", "B953", "B954"})
"""Found while a bulletin is made an e-mail; its record is without a fault."""

REFUSED_BY_A_COMMAND: Final = {
    "R212": ("withdraw", "hazel", "--reason", "The family asked for it."),
    "B955": ("sent", "2022-q4"),
    "W923": ("pack", "hazel"),
    "W940": ("archive", "hazel"),
    "W941": ("undo",),
    "W980": ("push", "Hazel is published"),
}
"""Reported by a command that changes or writes files; the records are without a fault."""

NEEDS_AN_IMPORT: Final = frozenset({"I101", "I102", "I103", "I104", "I105"})
"""Found in the page that is imported from the folder `old-pages` of the sample."""

NEEDS_AN_OLD_SITE: Final = frozenset(f"I{number}" for number in range(110, 123))
"""Found while documents are fetched from `old.tarnshire.example`, which is a server on loopback."""
NEEDS_A_WORD_FILE: Final = {f"I13{number}": ("--case", "nobody") if number == 4 else () for number in range(8)}
"""Found in the Word file `old-pages/briefing.docx` of the sample, which is made for it."""

NEEDS_A_PRIVATE_FOLDER: Final = frozenset({"W920", "W921", "W922"})
"""Found in the folder that `--private` names; of `W921` there is none."""

NEEDS_ANSWERS: Final = frozenset({f"L{number}" for number in range(811, 823)})
"""Found in what other sites have answered. No sample asks them: `links.json` is the memory of an earlier day, and
`tests/unit/link_checker/external/` holds to a real server how it comes about."""


@dataclass(frozen=True)
class Run:
    """What the command did with a site."""

    status: int
    told: str
    """The findings, without the closing lines; the site's own folder stands there as SITE."""

    closing: str


def sample_folder(code: str) -> Path:
    """The folder of a code's sample."""
    return SITES / "invalid" / f"{code.lower()}-{CATALOGUE[code].slug}"


def lay(root: Path, sample: Path | None = None) -> Path:
    """The small valid site in a folder of its own, with a sample laid over it.

    `made.txt` of a sample names PDFs that are made for it: `good`, or the fault that each has, and where it lies;
    or a folder with so many empty files.
    `links.txt` names symbolic links and their targets. `committed.txt` holds the published addresses as git has them.
    """
    shutil.copytree(SITES / "valid" / "small", root)
    if sample is None:
        _share_the_theme(root)
        return root
    shutil.copytree(
        sample, root, dirs_exist_ok=True, ignore=lambda _, names: [each for each in names if each in ABOUT_THE_SAMPLE]
    )
    if not (sample / "overrides").exists():
        _share_the_theme(root)
    without = sample / "without.txt"
    for name in without.read_text(encoding="utf-8").split() if without.exists() else ():
        (root / name).unlink()
    made = sample / "made.txt"
    for line in made.read_text(encoding="utf-8").splitlines() if made.exists() else ():
        fault, name = line.split()
        if fault.endswith("-files"):
            (root / name).mkdir()
            for number in range(int(fault.removesuffix("-files"))):
                (root / name / f"{number}.txt").touch()
            continue
        made_files = {**pdfs.FAULTY, **files_with_more.MADE, **office_files.MADE, **word_files.MADE}
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(pdfs.good() if fault == "good" else made_files[fault]())
    links = sample / "links.txt"
    for line in links.read_text(encoding="utf-8").splitlines() if links.exists() else ():
        name, target = line.split()
        (root / name).symlink_to(target)
    committed = sample / "committed.txt"
    if committed.exists():
        commit(root, committed.read_text(encoding="utf-8"))
    if sample.name.startswith("b950"):
        # A welcome so long that nobody would want to scroll past it: it grows here.
        with (root / "content" / "bulletins" / "2022-q4.yml").open("a", encoding="utf-8") as bulletin:
            bulletin.write("  And this sentence says the same once more.\n" * 2_500)
    if sample.name.startswith("y107"):
        # Git and editors would fix a file that is not UTF-8: it is spoilt here.
        record = root / "content" / "cases" / "hazel" / "case.yml"
        record.write_bytes(record.read_text(encoding="utf-8").encode("latin-1"))
    if sample.name.startswith("i105"):
        page = root / "old-pages" / "reviews.txt"
        page.write_bytes(page.read_text(encoding="utf-8").encode("latin-1"))
    return root


def _share_the_theme(root: Path) -> None:
    """Lets the site use the repository's theme: hundreds of copies of it would take a while."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("custom_dir: overrides", f"custom_dir: {REPOSITORY / 'overrides'}"))


def commit(root: Path, addresses: str) -> None:
    """Makes a repository of a site's folder, in which the published addresses are these; the file stays as it is."""
    ledger = root / "content" / "published-urls.yml"
    now = ledger.read_text(encoding="utf-8") if ledger.exists() else None
    ledger.write_text(addresses, encoding="utf-8")
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@tarnshire.example", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "content/published-urls.yml"), (*who, "commit", "-qm", "Publish")):
        subprocess.run(("git", *arguments), cwd=root, check=True)
    if now is not None:
        ledger.write_text(now, encoding="utf-8")


def run(root: Path, *arguments: str) -> Run:
    """Runs the command on a site, as on the day for which the samples are written."""
    listed = ("--all",) if arguments[0] in ("build", "check") else ()
    result = CliRunner().invoke(main, [*arguments, *listed, "--root", str(root), "--today", "2026-11-22"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    told, _, closing = f"\n{result.stdout}".replace(str(root), "SITE").partition("\nlibrary: ")
    return Run(result.exit_code, told.strip(), closing)


def run_for(code: str, root: Path) -> Run:
    """Runs the command that finds a code's fault."""
    if code == "S004":
        return run(root, "build", "--out", str(root / "public"))
    if code in NEEDS_AN_EARLIER_BUILD:
        assert run(root, "build").status == 0
        shutil.copytree(sample_folder(code) / "later", root, dirs_exist_ok=True)
        return run(root, "build")
    if code == "S008":
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("PAGEFIND_BINARY_PATH", str(root / "pagefind.txt"))
            return run(root, "build")
    if code == "S022":
        with pytest.MonkeyPatch.context() as installation:
            installation.setattr(import_module("generator.read.project"), "find_package_theme", lambda: None)
            return run(root, "build")
    if code == "S019":
        return rebuild_on_a_full_disk(root)
    if code in NEEDS_AN_EMAIL:
        return run(root, "bulletin", "2022-q4", "--out", str(root / "out"))
    if code in NEEDS_AN_IMPORT:
        return run(root, "import", str(root / "old-pages"), "--dry-run")
    if code in NEEDS_AN_OLD_SITE:
        return fetch_documents(code, root)
    if code in NEEDS_A_WORD_FILE:
        file = str(root / "old-pages" / "briefing.docx")
        return run(root, "import", file, "--dry-run", *NEEDS_A_WORD_FILE[code])
    if code in REFUSED_BY_A_COMMAND:
        return run(root, *REFUSED_BY_A_COMMAND[code], *(("--out", str(root / "out")) if code == "W923" else ()))
    if code == "S048":
        # Git refuses this as it refuses the repository of another user.
        (root / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")
    if code == "S085":
        interrupt_a_change(root)
    if code in NEEDS_A_PRIVATE_FOLDER:
        if code == "W922":
            for arguments in (("init", "-q"), ("add", "private")):
                subprocess.run(("git", *arguments), cwd=root, check=True)
        return run(root, "check", "--private", str(root / "private"))
    if code in NEEDS_ANSWERS:
        assert run(root, "build", "--without", "search", "--without", "sheets").status == 0
        return run(root, "check", "--external", "--seconds", "0", "--memory", str(root / "links.json"))
    if code in NEEDS_A_BUILT_SITE:
        assert run(root, "build").status == 0
    return run(root, "build" if code in NEEDS_FRAMES else "check", *_terms_for(code, root))


def fetch_documents(code: str, root: Path) -> Run:
    """Fetches the documents of a sample. For `I121`, someone changes the record in the meantime."""
    record, redirects = root / "content" / "cases" / "willow" / "case.yml", root / "content" / "redirects.yml"
    written = "https://old.tarnshire.example"
    with old_site.serving() as server:
        if code == "I121":
            give = server.answers["/images/willow.pdf"]

            def give_late(handler: Any) -> None:
                record.write_text(record.read_text(encoding="utf-8").replace("willow.pdf", "willow-2.pdf"), "utf-8")
                give(handler)

            server.answers["/images/willow.pdf"] = give_late
        for path, address in ((record, server.url), (redirects, "http://127.0.0.1")):
            if path.exists():
                path.write_text(path.read_text(encoding="utf-8").replace(written, address), encoding="utf-8")
        private = () if code == "I111" else ("--allow-private",)
        ran = run(root, "import-documents", "--delay", "0", "--most-mb", "1", *private)
        told = ran.told.replace(server.url, written).replace("http://127.0.0.1", written)
    return Run(ran.status, told, ran.closing)


def interrupt_a_change(root: Path) -> None:
    """Leaves the journal as a command does that is killed after the first of its two files."""
    first, second = "content/cases/rowan/case.yml", "briefings/rowan-lessons/briefing.yml"
    texts = {file: (root / file).read_bytes() for file in (first, second)}
    changed = {file: data + b"# Changed by the command.\n" for file, data in texts.items()}
    change = PlannedChange(
        'Archive "Rowan"',
        CommandResult(()),
        files=tuple(FileChange(file, texts[file], changed[file]) for file in texts),
    )
    assert make_change(root, change, date(2026, 11, 22)) is None
    (root / second).write_bytes(texts[second])
    (root / JOURNAL / MARK).write_text('{"number": 1, "made": true}', encoding="utf-8")


def rebuild_on_a_full_disk(root: Path) -> Run:
    """Builds the site as `library serve` does, on a disk that is full: no file of a sample can fill one."""

    def prepare(request: BuildOptions) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(root / ".cache"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("generator.serve.rebuild_loop"), "prepare", prepare)
        updates = rebuild_on_change(BuildOptions(root, date(2026, 11, 22)), CurrentBuild())
        diagnostics = next(updates).result.diagnostics
        updates.close()
    return Run(1, report(diagnostics).replace(str(root), "SITE"), "")


def _terms_for(code: str, root: Path) -> tuple[str, ...]:
    """The list of private terms that a sample needs: laid outside of the site's folder, unless that is the fault."""
    if not code.startswith("G"):
        return ()
    inside, outside = root / "private-terms.txt", root.parent / "terms.txt"
    if not inside.exists():
        shutil.copy(sample_folder(code) / "terms.txt", outside)
    return ("--private-terms", str(inside if inside.exists() else outside))


@pytest.fixture
def lay_sample(tmp_path: Path) -> Callable[[str], Path]:
    """Lays a code's sample over the small valid site; gives the site's folder."""
    return lambda code: lay(tmp_path / "site", sample_folder(code))


@pytest.fixture
def run_sample(lay_sample: Callable[[str], Path]) -> Callable[[str], Run]:
    """Runs the command that finds a code's fault on the code's sample."""
    return lambda code: run_for(code, lay_sample(code))


@pytest.fixture
def run_on() -> Callable[[str, Path], str]:
    """Runs the command that finds a code's fault on any site; gives what it found."""
    return lambda code, root: run_for(code, root).told


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """The small valid site in a folder of its own."""
    return lay(tmp_path / "site")
