"""The invented library of the handbook's pictures: Ashdale, with a shared repository and the folder of a colleague."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests import pdfs
from tests.running_forms import running_forms

REPOSITORY: Final = Path(__file__).parents[2]
TODAY: Final = "2026-11-30"
"""The day of all pictures."""

_INVENTED: Final = "# Invented for the pictures of the handbook: Ashdale, its people and its reviews do not exist.\n"
_RECORDS: Final = {
    "content/cases/bryony/case.yml": """name: Bryony
type: cspr
published: 2026-10-05
summary: Bryony, 14, lived with her aunt and missed a year of school.
story: |
  Bryony moved to her aunt when she was 12. Her new school expected her. Her old school thought that she was there.

  Nobody asked Bryony where she spent her days.
learning:
  - A child who changes school is on a list of one school until the other one has seen her.
practice:
  - Ask who has seen the child this week, and write it down.
harms: [neglect]
themes: [access-to-education, voice-of-the-child]
documents:
  - {kind: report, file: report.pdf}
briefings: [changing-school]
sources: [Invented for the handbook]
summary_source: the invented report
""",
    "content/cases/fern/case.yml": """name: Fern
type: sar
published: 2025-11-10
summary: Fern, 71, lived alone, and several services visited her without knowing of each other.
learning:
  - One person keeps a list of everyone who visits.
harms: [adult-self-neglect]
themes: [mental-capacity]
documents:
  - {kind: report, file: report.pdf}
sources: [Invented for the handbook]
summary_source: the invented report
""",
    "content/cases/tansy/case.yml": """name: Tansy
type: cspr
status: draft
summary: Tansy, 16, moved between four homes in two years.
learning:
  - Ask a young person who they would ring at night.
harms: [neglect]
themes: [voice-of-the-child]
documents:
  - {kind: report, file: report.pdf}
sources: [Invented for the handbook]
summary_source: the invented report
""",
    "briefings/tansy-briefing/briefing.yml": """title: "Tansy: what we learned"
series: learning-briefing
case: tansy
status: draft
summary: What a team can ask a young person who moves often.
sources: [Invented for the handbook]
""",
    "content/redirects.yml": """redirects: []
""",
    "briefings/bryony-briefing/briefing.yml": """title: "Bryony: what we learned"
series: learning-briefing
case: bryony
published: 2026-10-05
summary: What a school can ask when a child is expected and does not come.
sources: [Invented for the handbook]
""",
    "briefings/fern-briefing/briefing.yml": """title: "Fern: what we learned"
series: learning-briefing
case: fern
published: 2025-11-10
summary: What services that visit one person can do together.
sources: [Invented for the handbook]
""",
    "briefings/changing-school/briefing.yml": """title: Changing school
series: topic-briefing
published: 2026-10-05
summary: What to ask when a child moves from one school to another.
themes: [access-to-education]
sections:
  - {heading: What it is about, body: A child who changes school can fall between two lists.}
  - {heading: What to do, body: Ring the other school. Ask when they last saw the child.}
sources: [Invented for the handbook]
""",
    "briefings/asking-twice/briefing.yml": """title: Asking twice
series: topic-briefing
published: 2026-09-01
summary: Why the second question is often the one that a child answers.
themes: [voice-of-the-child]
sections:
  - {heading: What it is about, body: Children often answer the first question with what is easy to say.}
  - {heading: What to do, body: "Wait, and ask again in other words."}
sources: [Invented for the handbook]
""",
    "content/notices/new-referral-form.yml": """title: A new form for referrals
kind: news
date: 2026-11-02
summary: The Front Door has a new form. The old one is accepted until January.
sources: [Invented for the handbook]
""",
}


@dataclass(frozen=True, slots=True)
class Ashdale:
    """The folders of the library, and the program with the forms."""

    folder: Path
    opening: str = ""
    """The address with the key, as the terminal shows it."""

    @property
    def root(self) -> Path:
        """The folder of the officer."""
        return self.folder / "ashdale-reviews"

    @property
    def files(self) -> Path:
        """The folder with files that the officer gets by e-mail."""
        return self.folder / "downloads"

    def library(self, *arguments: str) -> str:
        """Run a command in the folder of the library, and return what it prints."""
        return run(self.root, sys.executable, "-m", "generator", *arguments)

    def colleague_writes(self, file: str, old: str, new: str) -> None:
        """Let the colleague change a text, and publish it."""
        folder = self.folder / "colleague"
        run(folder, "git", "pull", "-q")
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
        run(folder, "git", "commit", "-qam", "A colleague's change")
        run(folder, "git", "push", "-q")


def run(folder: Path, *command: str) -> str:
    """Run a program in a folder, and return what it prints."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "XDG_STATE_HOME": str(folder.parent / "state"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{f"GIT_{who}_NAME": "An officer" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "officer@ashdale.example" for who in ("AUTHOR", "COMMITTER")},
    }
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def make_ashdale(folder: Path) -> Ashdale:
    """Write the library, share it, and give a colleague a copy."""
    ashdale = Ashdale(folder)
    answers = {
        "name": "Ashdale Safeguarding Partnership",
        "area": "Ashdale",
        "about": "both",
        "address": "https://reviews.ashdale.example/",
        "documents": "office@ashdale.example",
        "phone": "Front Door: 01632 960001 (children); Adult social care: 01632 960002 (adults)",
    }
    options = [word for name, value in answers.items() for word in (f"--{name}", value)]
    run(folder, sys.executable, "-m", "generator", "init", ashdale.root.name, *options, "--no-input")
    for section in ("news", "resources", "bulletins"):
        ashdale.library("new", "section", section)
    for file, text in _RECORDS.items():
        path = ashdale.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_INVENTED + text, encoding="utf-8")
    partnership = ashdale.root / "content" / "partnership.yml"
    sender = """
sign_up:
  label: Sign up for the bulletin
  email: bulletin@ashdale.example
newsletter:
  from_name: Ashdale Safeguarding Partnership
  from_address: bulletin@ashdale.example
"""
    partnership.write_text(partnership.read_text(encoding="utf-8") + sender, encoding="utf-8")
    ashdale.files.mkdir()
    for name, title in (("bryony", "Bryony: report"), ("fern", "Fern: report"), ("tansy", "Tansy: report")):
        (ashdale.root / "content" / "cases" / name / "report.pdf").write_bytes(pdfs.good(title))
    for name, title in (("report-juniper", "Juniper: report"), ("report-bryony-corrected", "Bryony: report")):
        (ashdale.files / f"{name}.pdf").write_bytes(pdfs.good(title, last="Page 2 gives the right month."))
    ashdale.library("build", "--today", TODAY)
    ashdale.library("publish-addresses", "--today", TODAY)
    _share(ashdale)
    return ashdale


def _share(ashdale: Ashdale) -> None:
    run(ashdale.root, "git", "init", "-q", "-b", "main")
    run(ashdale.root, "git", "add", "-A")
    run(ashdale.root, "git", "commit", "-qm", "The library")
    run(ashdale.folder, "git", "clone", "-q", "--bare", ashdale.root.name, "shared.git")
    run(ashdale.folder, "git", "clone", "-q", "shared.git", "colleague")
    run(ashdale.root, "git", "remote", "add", "origin", "../shared.git")
    run(ashdale.root, "git", "fetch", "-q")
    for folder in (ashdale.root, ashdale.folder / "colleague"):
        run(folder, "git", "config", "user.name", "An officer")
        run(folder, "git", "config", "user.email", "officer@ashdale.example")


@contextmanager
def forms_of(ashdale: Ashdale) -> Iterator[Ashdale]:
    """Run `library edit` in the folder, and stop it in the end."""
    with running_forms(ashdale.root, ashdale.folder / "state", TODAY) as address:
        yield Ashdale(ashdale.folder, address)
