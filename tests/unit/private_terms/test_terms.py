"""The list of private terms: what is refused, and that nothing ever shows a term. All names are invented."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config

from generator.cli import main
from generator.mkdocs_plugin import ReviewsLibrary
from generator.private_terms.terms import TermKind, read_terms
from generator.report import FORMATS
from tests.unit.diagnostics.conftest import lay

SECRETS = ("Tobias", "Quillfeather", "Ottoline", "Marrowby")
TERMS = "# Invented.\nTobias Quillfeather\nOttoline Marrowby\n14 March 2011\n"


def refused(path: Path, root: Path) -> str:
    outcome = read_terms(path, root)
    assert outcome.value.terms == ()
    assert [diagnostic.code for diagnostic in outcome.diagnostics] == ["G103"]
    return outcome.diagnostics[0].message.partition(": ")[2]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(("git", *arguments), cwd=folder, check=True, capture_output=True)


def test_a_list_that_git_keeps_is_refused_wherever_it_lies(tmp_path: Path) -> None:
    safe = tmp_path / "safe"
    safe.mkdir()
    path = safe / "terms.txt"
    path.write_text(TERMS)
    assert len(read_terms(path, tmp_path / "site").value.terms) == 3
    git(safe, "init", "-q")
    git(safe, "add", "terms.txt")
    assert "git keeps it" in refused(path, tmp_path / "site")


def test_a_list_in_the_sites_folder_must_be_ignored_by_git(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(TERMS)
    assert "git does not ignore it" in refused(path, tmp_path)
    git(tmp_path, "init", "-q")
    assert "git does not ignore it" in refused(path, tmp_path)
    (tmp_path / ".gitignore").write_text("terms.txt\n")
    assert len(read_terms(path, tmp_path).value.terms) == 3


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"Zo\xe9\n", "it is not UTF-8"), (b"# nothing\n\n", "it holds no term"), (None, "it cannot be read")],
)
def test_a_list_that_says_nothing_is_refused(tmp_path: Path, data: bytes | None, why: str) -> None:
    path = tmp_path / "terms.txt"
    if data is not None:
        path.write_bytes(data)
    assert refused(path, tmp_path / "site").startswith(why)


def test_a_short_term_is_refused_by_its_line_and_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("Fernleigh\nnickname: Qz\ndate: spring\n")
    told = [(diagnostic.code, diagnostic.message) for diagnostic in read_terms(path, tmp_path / "site").diagnostics]
    assert [code for code, _ in told] == ["G104", "G104"]
    assert "line 2" in told[0][1] and "line 3" in told[1][1]
    assert "Qz" not in str(told) and "spring" not in str(told)


def test_kinds_are_given_or_guessed(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(
        "\ufeffMina Fernleigh\nNickname: Minnow\n14/03/2011\n12 Elm Garth Road\nplace: Fern School\n", "utf-8"
    )
    kinds = [each.kind for each in read_terms(path, tmp_path / "site").value.terms]
    assert kinds == [TermKind.NAME, TermKind.NICKNAME, TermKind.DATE, TermKind.ADDRESS, TermKind.PLACE]


def test_a_term_cannot_be_printed_by_mistake(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(TERMS)
    assert not any(secret in repr(read_terms(path, tmp_path / "site")) for secret in SECRETS)


@pytest.fixture(scope="module")
def leaking(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site that tells private terms in a story, a file's name and an e-mail beside it; the list."""
    root = lay(tmp_path_factory.mktemp("leak") / "site")
    record = root / "content" / "cases" / "rowan" / "case.yml"
    story = "story: |\n  Rowan lived with Tobias Quillfeather. Born on 14 March 2011, said Ottoline\n  Marrowby.\n"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("story: |\n", story), encoding="utf-8")
    named = root / "content" / "pages" / "about" / "tobias-quillfeather.txt"
    named.parent.mkdir(parents=True, exist_ok=True)
    named.write_text("Nothing.")
    mails = root.parent / "mails"
    mails.mkdir()
    (mails / "marrowby.eml").write_text("Subject: =?utf-8?q?Ottoline_Marrowby?=\n\nDear all\n")
    terms = root.parent / "terms.txt"
    terms.write_text(TERMS)
    return root, terms


def told_by(root: Path, *arguments: str, terms: Path | None) -> tuple[int, str]:
    result = CliRunner().invoke(
        main,
        [*arguments, "--root", str(root), "--today", "2026-11-22"],
        env={"LIBRARY_PRIVATE_TERMS": str(terms or "")},
    )
    return result.exit_code, result.output


def test_no_form_of_a_report_shows_a_private_word(leaking: tuple[Path, Path]) -> None:
    root, terms = leaking
    for form in FORMATS:
        status, told = told_by(root, "build", "--format", form, "--without", "sheets", terms=terms)
        assert status == 1
        assert "G101" in told
        assert [secret for secret in SECRETS if secret.lower() in told.lower()] == [], form
    assert not (root / "site").exists(), "a site was written in spite of a private term"


def test_other_findings_leave_a_private_word_out_as_well(leaking: tuple[Path, Path]) -> None:
    root, terms = leaking
    _, plain = told_by(root, "check", "--records", terms=None)
    _, told = told_by(root, "check", "--records", terms=terms)
    assert "P631" in told and "Tobias" in plain and "14 March 2011" in plain
    assert [each for each in (*SECRETS, "14 March") if each.lower() in told.lower()] == []


def test_a_check_looks_into_other_folders_and_says_how_much_it_looked_at(
    leaking: tuple[Path, Path], tmp_path: Path
) -> None:
    root, terms = leaking
    status, _ = told_by(root, "build", "--without", "sheets", terms=None)
    assert status == 0
    page = tmp_path / "links.html"
    also = ("--also", str(root.parent / "mails"), "--report", str(page))
    status, told = told_by(root, "check", *also, terms=terms)
    assert status == 1
    assert "in a heading of the e-mail" in told
    assert "3 private terms looked for in " in told
    assert [secret for secret in SECRETS if secret.lower() in (told + page.read_text()).lower()] == []


@pytest.fixture(scope="module")
def middle_name(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site whose story has a listed name with a middle name, over two lines; the list."""
    root = lay(tmp_path_factory.mktemp("middle") / "site")
    record = root / "content" / "cases" / "rowan" / "case.yml"
    text = record.read_text(encoding="utf-8")
    story = "story: |\n  Rowan lived with Ottoline Beatrice\n  Marrowby and her brother Gordon until the spring.\n"
    record.write_text(text.replace("story: |\n", story), encoding="utf-8")
    terms = root.parent / "terms.txt"
    terms.write_text("Ottoline Marrowby - mother\n", encoding="utf-8")
    return root, terms


NEIGHBOURS = ("Ottoline", "Beatrice", "Marrowby", "Gordon")


def test_no_form_of_a_report_shows_a_word_next_to_a_private_term(middle_name: tuple[Path, Path]) -> None:
    root, terms = middle_name
    _, plain = told_by(root, "check", "--records", terms=None)
    assert "Beatrice" in plain and "Gordon" in plain
    for form in FORMATS:
        _, told = told_by(root, "check", "--records", "--format", form, terms=terms)
        assert "P631" in told
        assert [neighbour for neighbour in NEIGHBOURS if neighbour in told] == [], form


def test_a_listed_name_with_another_middle_name_stops_a_build(middle_name: tuple[Path, Path]) -> None:
    root, terms = middle_name
    status, told = told_by(root, "build", "--without", "sheets", terms=terms)
    assert status == 1
    assert "error[G101]: private term 1" in told
    assert [neighbour for neighbour in NEIGHBOURS if neighbour in told] == []


def test_plain_mkdocs_shows_no_private_word_of_a_record_with_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "site")
    with (root / "content" / "cases" / "rowan" / "case.yml").open("a", encoding="utf-8") as record:
        record.write("uncle: Tobias Quillfeather of Fellbeck\n")
    terms = tmp_path / "terms.txt"
    terms.write_text("Mr Tobias Quillfeather\n", encoding="utf-8")
    monkeypatch.setenv("LIBRARY_PRIVATE_TERMS", str(terms))
    with pytest.raises(SystemExit):
        ReviewsLibrary().on_pre_build(load_config(str(root / "mkdocs.yml")))
    told = capsys.readouterr().err
    assert "content/cases/rowan/case.yml" in told
    assert [each for each in ("Tobias", "Quillfeather", "Fellbeck") if each in told] == []


@pytest.mark.parametrize(
    ("listed", "story", "status"),
    [
        ("Claire Hart\nSam Hill\nTheo Range\n", "A chart showed the hills and an orange.", 0),
        ("Claire Hart\n", "A chart was drawn by C. Hart.", 1),
        ("Will Young\n", "They asked how will young people be heard.", 0),
        ("Will Young\n", "They asked Will Young about it.", 1),
        ("Claire Hart\n", "A chart shows the trend.", 0),
        ("Will Young\nallow: will young people\n", "They asked how will young people be heard.", 0),
        ("Will Young\nallow: will young people\n", "How will young people be heard? Will Young asked.", 1),
        ("John Brown - father\n", "The dog was brown.", 0),
        ("Quillfeather, Tobias (father), 14/09/2011\n", "He was born on 14 September 2011.", 1),
        ("Quillfeather in September 2011\n", "Nothing.", 1),
    ],
)
def test_a_build_stops_for_a_name_and_not_for_a_word(tmp_path: Path, listed: str, story: str, status: int) -> None:
    root = lay(tmp_path / "site")
    record = root / "content" / "cases" / "rowan" / "case.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("story: |\n", f"story: |\n  {story}\n"), encoding="utf-8")
    terms = tmp_path / "terms.txt"
    terms.write_text(listed, encoding="utf-8")
    assert told_by(root, "build", "--without", "sheets", "--without", "search", terms=terms)[0] == status


def test_a_list_is_refused_if_git_cannot_be_asked_about_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    terms = tmp_path / "terms.txt"
    terms.write_text("Tobias Quillfeather\n", encoding="utf-8")
    assert [each.code for each in read_terms(terms, tmp_path / "site").diagnostics] == ["G103"]
