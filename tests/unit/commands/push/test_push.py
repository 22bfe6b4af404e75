"""Two officers publish the same library, with real git."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.commands.changes.journal import make_change
from generator.commands.events import plan_archiving
from generator.commands.push.outcome import PushState
from generator.commands.push.send import Answers, answers_for, push
from generator.commands.withdraw import plan_withdrawal
from tests.shared_repository import git
from tests.unit.commands.push.conftest import HERON, Office

SUMMARY = "Heron, 15, was out of school for a year."
STORY = "Heron stayed at home. Two services each thought that the other one called."
WREN = "content/cases/wren/case.yml"


def test_without_a_change_there_is_nothing_to_publish(office: Office) -> None:
    assert office.ann.plan().outcome.state is PushState.NOTHING
    assert office.ann.push().state is PushState.NOTHING


def test_a_changed_summary_is_described_and_published(office: Office) -> None:
    office.ann.replace(SUMMARY, "Heron, 15, missed a year of school.")
    plan = office.ann.plan()
    assert plan.outcome.state is PushState.READY
    assert plan.for_readers == ('The page of "Heron" changes: summary',)
    assert plan.files == (HERON,)
    outcome = office.ann.push("Say it more simply")
    assert outcome.state is PushState.PUBLISHED, outcome
    assert "missed a year" in office.published()
    assert office.sentences()[0] == "Say it more simply"
    assert office.ann.plan().outcome.state is PushState.NOTHING


def test_what_a_command_has_changed_is_described_and_published(office: Office) -> None:
    change = plan_archiving(office.ann.options, "heron", "The year is over.", None, only=False)
    assert make_change(office.ann.root, change, office.ann.options.today) is None
    plan = office.ann.plan()
    assert any("Heron" in sentence and "archived" in sentence for sentence in plan.for_readers), plan
    assert HERON in plan.files
    assert not any(name.startswith(".cache") for name in plan.files)
    assert office.ann.push("Archive Heron").state is PushState.PUBLISHED


def test_the_reason_of_a_withdrawal_is_said_once_for_each_record(office: Office) -> None:
    change = plan_withdrawal(office.ann.options, "wren", "It names a neighbour.")
    assert make_change(office.ann.root, change, office.ann.options.today) is None
    shown = office.ann.plan().for_readers
    assert sum("is taken down" in each and "It names a neighbour." in each for each in shown) >= 2
    assert not any("reason for the public" in each for each in shown), shown


def test_a_briefing_with_the_title_of_its_review_has_its_series(office: Office) -> None:
    office.ann.replace(SUMMARY, "Heron, 15, missed a year of school.")
    office.ann.replace("title: Heron\n", "title: Heron\nsubtitle: Again\n", "briefings/heron-lessons/briefing.yml")
    assert office.ann.plan().for_readers == (
        'The page of "Heron" changes: summary',
        'The page of "Heron" (lessons learned briefing) changes: second line of the title',
    )


def test_a_new_page_is_said_with_its_address(office: Office) -> None:
    office.ann.write(
        office.ann.read().replace("name: Heron", "name: Crane").replace("2024-06-03", "2025-06-03"),
        "content/cases/crane/case.yml",
    )
    assert any("/reviews/crane/" in each or "reviews/crane/" in each for each in office.ann.plan().for_readers)


AUTUMN = "content/bulletins/2025-q3.yml"
YEAR = "content/years/2024-25.yml"


def test_a_changed_text_of_a_bulletin_or_a_year_is_said(office: Office) -> None:
    office.ann.replace("Autumn brings a day of talks.", "Autumn brings two days of talks.", AUTUMN)
    office.ann.replace("sources: [Minutes that nobody reads]", "sources: [The minutes]", AUTUMN)
    assert office.ann.plan().for_readers == ('The page of the bulletin "Autumn in Tarnshire" changes: welcome',)
    office.ann.replace("Tarnshire looked back", "We looked back", YEAR)
    assert office.ann.plan().for_readers[1:] == ("The page of the year April 2024 to March 2025 changes: introduction",)
    assert office.ann.push("Say more").state is PushState.PUBLISHED
    assert 'The page of the bulletin "Autumn' in git(office.shared, "log", "-1", "--format=%b", "main")


def test_a_text_that_no_reader_sees_of_a_bulletin_is_not_said(office: Office) -> None:
    office.ann.replace("sources: [Minutes that nobody reads]", "sources: [The minutes]", AUTUMN)
    office.ann.replace("Unsent words.", "Other unsent words.", "content/bulletins/2024-q4.yml")
    assert office.ann.plan().for_readers == ("Nothing changes for readers.",)


def test_a_bulletin_that_becomes_public_or_is_no_longer_public_is_said(office: Office) -> None:
    office.ann.replace("status: draft", "status: published", "content/bulletins/2024-q4.yml")
    office.ann.replace("pinned: [notice:rumour]", "", "content/bulletins/2024-q4.yml")
    office.ann.replace("status: published", "status: draft", AUTUMN)
    shown = office.ann.plan().for_readers
    assert 'New page: the bulletin "Unsent bulletin", at bulletins/2024-q4/' in shown
    assert 'This page is no longer public: the bulletin "Autumn in Tarnshire", at bulletins/2025-q3/' in shown


def test_a_bulletin_that_lists_more_because_of_another_record_is_said(office: Office) -> None:
    office.ann.write(office.ann.read() + "corrections:\n  - {date: 2025-08-01, text: Heron was 15.}\n")
    assert office.ann.plan().for_readers == (
        'The page of "Heron" says that it was corrected: "Heron was 15." (1 August 2025)',
        'The page of the bulletin "Autumn in Tarnshire" lists more: "Heron"',
    )
    assert office.ann.push("Correct Heron").state is PushState.PUBLISHED
    office.ann.replace("corrections:\n  - {date: 2025-08-01, text: Heron was 15.}\n", "")
    assert office.ann.plan().for_readers == (
        'The page of "Heron" no longer has the correction "Heron was 15." (1 August 2025)',
    )


def test_the_settings_and_the_look_are_said_with_their_files(office: Office) -> None:
    office.ann.replace("site_name:", "copyright: Nobody\nsite_name:", "mkdocs.yml")
    office.ann.replace("<svg", "<svg data-more=''", "content/logo.svg")
    office.ann.write("A map.", "content/pages/about/map.txt")
    assert office.ann.plan().for_readers == (
        "The look or the settings of the site change, on all pages: content/logo.svg, mkdocs.yml",
        "Files that pages show or link to change: content/pages/about/map.txt",
    )


def test_a_new_year_is_a_new_page(office: Office) -> None:
    office.ann.write("introduction: We looked back.\n", "content/years/2023-24.yml")
    assert office.ann.plan().for_readers == ("New page: the year April 2023 to March 2024, at years/2023-24/",)


def test_a_bulletin_that_is_marked_as_sent_is_said_once(office: Office) -> None:
    office.ann.replace("status: published", "status: sent\nsent: 2026-01-05", AUTUMN)
    office.ann.write(office.ann.read(AUTUMN) + ITEMS, AUTUMN)
    assert office.ann.plan().for_readers == (
        'The bulletin "Autumn in Tarnshire" is marked as sent: its items stay as they are',
    )


ITEMS = """
items:
  - record: notice:worry-form
    section: tools
    change: new
    title: The worry form
    what: Practice tool
"""


def test_only_files_of_the_site_are_committed(office: Office) -> None:
    office.ann.replace(SUMMARY, "Heron missed a year of school.")
    office.ann.write("A note for the developer.\n", "notes.txt")
    office.ann.write("A draft of the report.\n", "content/cases/heron/draft.docx")
    office.ann.write("A staged file.\n", "tool.py")
    office.ann.git("add", "tool.py")
    plan = office.ann.plan()
    assert plan.files == (HERON,)
    assert plan.left_out == ("content/cases/heron/draft.docx",)
    assert office.ann.push().state is PushState.PUBLISHED
    names = git(office.shared, "show", "--format=", "--name-only", "main").splitlines()
    assert names == [HERON]
    assert office.ann.status() == "A  tool.py\n?? content/cases/heron/draft.docx\n?? notes.txt"


def test_errors_stop_it_before_anything_is_committed(office: Office) -> None:
    office.ann.replace("themes: [handing-over, knocking-twice]", "themes: [no-such-theme]")
    outcome = office.ann.push()
    assert outcome.state is PushState.ERRORS
    assert any("no-such-theme" in each.message for each in outcome.findings)
    assert office.sentences() == ["The library"]
    assert office.ann.status() == f"M {HERON}"


def test_a_private_term_stops_it(office: Office, tmp_path: Path) -> None:
    terms = tmp_path / "terms.yml"
    terms.write_text("terms:\n  - Quillfeather\n")
    office.ann.replace(SUMMARY, "Heron Quillfeather missed a year of school.")
    options = type(office.ann.options)(office.ann.root, office.ann.options.today, private_terms=terms)
    outcome = push(options, "Change a text")
    assert outcome.state is PushState.ERRORS
    assert office.sentences() == ["The library"]


@pytest.mark.parametrize("sentence", ["", "  \n ", "x" * 201, "a\x07b"])
def test_a_sentence_is_needed(office: Office, sentence: str) -> None:
    office.ann.replace(SUMMARY, "Heron missed a year of school.")
    assert office.ann.push(sentence).state is PushState.NO_SENTENCE
    assert office.sentences() == ["The library"]


def test_two_fields_of_one_record_are_combined_without_a_question(office: Office) -> None:
    office.ann.replace(SUMMARY, "Heron missed a year of school.")
    office.bob.replace(STORY, "Heron was at home.")
    assert office.ann.push("Ann's change").state is PushState.PUBLISHED
    outcome = office.bob.push("Bob's change")
    assert outcome.state is PushState.PUBLISHED, outcome
    assert outcome.from_others == 1
    both = office.published()
    assert "missed a year" in both
    assert "was at home" in both
    assert office.bob.read().strip() == both
    assert office.bob.status() == ""
    assert office.sentences() == ["Bob's change", "Ann's change", "The library"]
    assert git(office.shared, "show", "-s", "--format=%an", "main") == "Bob"


def test_neighbouring_lines_that_git_cannot_merge_are_combined_by_field(office: Office) -> None:
    office.ann.replace("harms: [being-left-out]", "harms: []")
    office.bob.replace("practice: [Write the name of the one who calls.]", "practice: [Write the name down.]")
    office.ann.push()
    assert office.bob.push().state is PushState.PUBLISHED
    assert "harms: []" in office.published() or "harms" not in office.published()
    assert "Write the name down." in office.published()
    assert office.published().startswith("# Invented for tests")


def test_only_the_field_that_both_changed_is_asked_about(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    office.bob.replace(SUMMARY, "Bob's summary of the review.")
    office.bob.replace(STORY, "Bob's story of it.")
    office.ann.push()
    outcome = office.bob.push("Bob's change")
    assert outcome.state is PushState.QUESTIONS
    assert outcome.is_kept
    (question,) = outcome.questions
    assert (question.file, question.path) == (HERON, ("summary",))
    assert (question.mine, question.theirs) == ("Bob's summary of the review.", "Ann's summary of the review.")
    assert "Ann's summary" in office.published()
    assert "Bob's summary" in office.bob.read()
    assert office.bob.status() == ""


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Bob's summary"), ("theirs", "Ann's summary")])
def test_the_chosen_text_is_published_and_the_other_is_kept(office: Office, choice: str, kept: str) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    office.bob.replace(SUMMARY, "Bob's summary of the review.")
    office.bob.replace(STORY, "Bob's story of it.")
    office.ann.push()
    asked = office.bob.push("Bob's change")
    answers = answers_for({asked.questions[0].name: choice}, asked)
    outcome = push(office.bob.options, "", answers)
    assert outcome.state is PushState.PUBLISHED, outcome
    assert kept in office.published()
    assert "Bob's story" in office.published()
    ref = office.bob.git("for-each-ref", "--format=%(refname)", "refs/library/kept")
    assert "Bob's summary" in office.bob.git("show", f"{ref}:{HERON}")


def test_an_answer_to_an_older_question_is_not_used(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    office.bob.replace(SUMMARY, "Bob's summary of the review.")
    office.ann.push()
    asked = office.bob.push("Bob's change")
    office.ann.replace("Ann's summary", "Ann's second summary")
    office.ann.push()
    again = push(office.bob.options, "", Answers({(HERON, ("summary",)): "mine"}, asked.seen))
    assert again.state is PushState.QUESTIONS
    assert again.questions[0].theirs == "Ann's second summary of the review."


def test_a_record_that_a_colleague_deleted_is_asked_about(office: Office) -> None:
    name = "content/notices/" + sorted(path.name for path in (office.ann.root / "content/notices").glob("*.yml"))[0]
    (office.ann.root / name).unlink()
    office.ann.git("commit", "-qam", "Delete a notice")
    office.ann.git("push", "-q")
    office.bob.write(office.bob.read(name) + "\n# A comment\n", name)
    outcome = office.bob.push()
    assert outcome.state is PushState.QUESTIONS
    assert outcome.questions[0].theirs == "The file is deleted."


def test_a_colleagues_push_between_fetch_and_push_is_fetched_again(office: Office) -> None:
    office.bob.replace(SUMMARY, "Bob's summary of the review.", HERON)
    office.bob.git("commit", "-qam", "Bob's change")
    office.ann.write(office.ann.read(WREN) + "\n# Ann's comment\n", WREN)
    hook = office.ann.root / ".git" / "hooks" / "pre-push"
    hook.write_text(f"#!/bin/sh\nrm -f .git/hooks/pre-push\nunset GIT_DIR\ncd {office.bob.root} && git push -q\n")
    hook.chmod(0o755)
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.PUBLISHED, outcome
    assert office.sentences() == ["Ann's change", "Bob's change", "The library"]


def test_colleagues_who_are_always_faster(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    hook = office.ann.root / ".git" / "hooks" / "pre-push"
    other = f"cd {office.bob.root} && git commit -q --allow-empty -m more && git push -q"
    hook.write_text(f"#!/bin/sh\nunset GIT_DIR\n{other}\n")
    hook.chmod(0o755)
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.BUSY
    assert "next attempt" in outcome.words.text
    hook.unlink()
    assert office.ann.push().state is PushState.PUBLISHED
    assert "Ann's change" in office.sentences()


def test_a_protected_branch(office: Office) -> None:
    hook = office.shared / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'This branch is protected.' >&2\nexit 1\n")
    hook.chmod(0o755)
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.PROTECTED
    assert "This branch is protected." in outcome.words.text
    assert outcome.is_kept
    plan = office.ann.plan()
    assert plan.outcome.state is PushState.READY
    assert plan.waiting == ("Ann's change",)
    assert plan.for_readers == ('The page of "Heron" changes: summary',)
    hook.unlink()
    assert office.ann.push("").state is PushState.PUBLISHED
    assert office.sentences() == ["Ann's change", "The library"]


def test_a_protected_branch_gets_the_changes_on_another_branch_to_be_approved(office: Office) -> None:
    hook = office.shared / "hooks" / "pre-receive"
    hook.write_text(
        "#!/bin/sh\nwhile read old new name; do\n"
        "  if [ $name = refs/heads/main ]; then echo 'Not allowed to push to protected branches.' >&2; exit 1; fi\n"
        "  echo 'To create a merge request, visit:' >&2; echo '  https://git.example/new?branch=a' >&2\ndone\n"
    )
    hook.chmod(0o755)
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    outcome = office.ann.push("Say it: more simply")
    assert outcome.state is PushState.PROPOSED
    branch = outcome.detail
    assert "say-it-more-simply" in branch
    assert branch.startswith("library/")
    assert branch in outcome.words.text
    assert "https://git.example/new?branch=a" in outcome.words.next
    assert "Ann's summary" in git(office.shared, "show", f"{branch}:{HERON}")
    assert "Ann's summary" not in office.published()
    assert office.ann.plan().waiting == ("Say it: more simply",)
    # A second change goes to the same branch, also when a colleague has published meanwhile.
    office.ann.replace("Ann's summary of the review.", "Ann's shorter summary.")
    assert office.ann.push("Shorter").detail == branch
    assert "Ann's shorter summary." in git(office.shared, "show", f"{branch}:{HERON}")
    # Once the branch is merged, everything is published.
    git(office.shared, "update-ref", "refs/heads/main", f"refs/heads/{branch}")
    assert office.ann.push("").state in (PushState.NOTHING, PushState.ONLY_THEIRS)
    assert office.ann.plan().outcome.state is PushState.NOTHING


def test_what_git_says_is_shown_without_its_own_words(office: Office) -> None:
    hook = office.shared / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'This branch is protected' >&2\nexit 1\n")
    hook.chmod(0o755)
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    text = office.ann.push("Ann's change").words.text
    assert "It says: This branch is protected. Your changes are kept" in text


def test_a_broken_link_of_a_page_is_found_before_anything_is_sent(office: Office) -> None:
    page = "content/pages/about/index.md"
    office.ann.write(f"{office.ann.read(page)}\n[gone](nothing-here.md)\n", page)
    outcome = push(office.ann.options, "A link", with_build=True)
    assert outcome.state is PushState.ERRORS
    assert any(each.location is not None and each.location.file == page for each in outcome.findings)
    assert office.sentences() == ["The library"]
    assert "A link" not in office.ann.git("log", "--format=%s")


def test_offline(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    gone = office.shared.rename(office.shared.with_name("elsewhere.git"))
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.OFFLINE
    assert outcome.is_kept
    gone.rename(office.shared)
    assert office.ann.push("").state is PushState.PUBLISHED
    assert office.sentences() == ["Ann's change", "The library"]


def test_a_password_is_never_asked_for_or_shown(office: Office, tmp_path: Path) -> None:
    fake = tmp_path / "ssh"
    fake.write_text("#!/bin/sh\necho 'officer@host: Permission denied (publickey,password).' >&2\nexit 255\n")
    fake.chmod(0o755)
    office.ann.git("config", "core.sshCommand", str(fake))
    office.ann.git("remote", "set-url", "origin", "ssh://officer:secret@host.example/library.git")
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.PASSWORD
    assert "secret" not in outcome.words.text


def test_a_folder_that_is_not_in_a_repository(office: Office) -> None:
    shutil.rmtree(office.ann.root / ".git")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.NO_REPOSITORY
    assert "content" in outcome.words.next


def test_git_is_not_installed(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.NO_GIT
    assert "briefings" in outcome.words.next


def test_a_repository_that_is_shared_with_nobody(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    office.ann.git("remote", "remove", "origin")
    assert office.ann.push("Ann's change").state is PushState.NO_REMOTE
    words = office.ann.plan().outcome.words
    assert words.next.startswith("Ask the person who maintains the library to connect the folder")
    assert "give that person the files that you changed: content/cases/heron/case.yml" in words.next


def test_a_detached_head(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    office.ann.git("checkout", "-q", "--detach")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.DETACHED
    assert "Ann's summary" in office.ann.read()


def test_an_unfinished_rebase(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    office.ann.git("commit", "-qam", "One")
    office.bob.replace(SUMMARY, "Bob's summary of the review.")
    office.bob.push()
    office.ann.git("fetch", "-q")
    with pytest.raises(AssertionError):
        office.ann.git("rebase", "-q", "origin/main")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.UNFINISHED
    assert outcome.words.next.endswith("git rebase --abort")


def test_an_unfinished_merge(office: Office) -> None:
    office.bob.replace(SUMMARY, "Bob's summary of the review.")
    office.bob.push()
    office.ann.git("fetch", "-q")
    office.ann.git("merge", "-q", "--no-commit", "--no-ff", "origin/main")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.UNFINISHED
    assert "merge" in outcome.words.text


def test_a_lock_of_another_program_is_named_and_left(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    lock = office.ann.root / ".git" / "index.lock"
    lock.touch()
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.LOCKED
    assert str(lock) in outcome.words.text
    assert lock.exists()


def test_git_does_not_know_who_it_is(office: Office) -> None:
    office.ann.git("config", "--unset", "user.email")
    office.ann.git("config", "--unset", "user.name")
    office.ann.write("name: Crane\n", "content/cases/crane/notes.txt")
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    before = office.ann.status()
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.NO_NAME
    assert office.ann.status() == before


def test_a_hook_of_this_computer_that_refuses(office: Office) -> None:
    hook = office.ann.root / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho 'A private term.' >&2\nexit 1\n")
    hook.chmod(0o755)
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.REFUSED_HERE
    assert "A private term." in outcome.words.text
    assert office.ann.status() == f"M {HERON}"


def test_a_file_of_someone_else_in_the_way_is_never_overwritten(office: Office) -> None:
    office.bob.write("Bob's page about cranes.\n", "notes.txt")
    office.bob.git("add", "notes.txt")
    office.bob.git("commit", "-qm", "Notes")
    office.bob.git("push", "-q")
    office.ann.write("Ann's own notes.\n", "notes.txt")
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    outcome = office.ann.push("Ann's change")
    assert outcome.state is PushState.IN_THE_WAY
    assert outcome.files == ("notes.txt",)
    assert office.ann.read("notes.txt") == "Ann's own notes.\n"
    office.ann.write("", "notes.txt")
    (office.ann.root / "notes.txt").unlink()
    assert office.ann.push("").state is PushState.PUBLISHED


def test_changes_that_are_wrong_only_together_are_not_sent(office: Office) -> None:
    text = office.ann.read("content/cases/heron/case.yml")
    office.ann.write(text.replace("name: Heron", "name: Crane"), "content/cases/crane/case.yml")
    office.ann.replace("briefings: [knocking-twice, names-in-the-notes]", "briefings: [knocking-twice]")
    shutil.rmtree(office.bob.root / "briefings" / "names-in-the-notes")
    office.bob.git("add", "-A")
    office.bob.git("commit", "-qm", "Remove a briefing")
    office.bob.git("push", "-q")
    outcome = office.ann.push("A new case")
    assert outcome.state is PushState.ERRORS, outcome
    assert any("names-in-the-notes" in each.message for each in outcome.findings)
    assert office.sentences()[0] == "Remove a briefing"
    assert not (office.ann.root / "briefings" / "names-in-the-notes").exists()
    assert (office.ann.root / "content/cases/crane/case.yml").exists()


def test_a_site_in_a_folder_of_a_repository(office: Office, tmp_path: Path) -> None:
    inside = office.ann.root / "library"
    inside.mkdir()
    for name in ("content", "briefings", "mkdocs.yml"):
        office.ann.git("mv", name, f"library/{name}")
    office.ann.git("commit", "-qm", "Move the site")
    office.ann.git("push", "-q")
    officer = type(office.ann)(inside)
    officer.replace(SUMMARY, "Ann's summary of the review.")
    assert officer.plan().files == (HERON,)
    assert officer.push("Ann's change").state is PushState.PUBLISHED
    assert "Ann's summary" in office.published(f"library/{HERON}")


def test_the_first_publication_of_a_new_repository(office: Office, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "new.git")
    office.ann.git("remote", "set-url", "origin", str(tmp_path / "new.git"))
    office.ann.git("update-ref", "-d", "refs/remotes/origin/main")
    assert office.ann.push("The library").state is PushState.PUBLISHED
    assert git(tmp_path / "new.git", "log", "--format=%s", "main") == "The library"


def test_when_the_site_is_built_is_said_only_if_its_settings_say_it(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    assert "built" not in office.ann.push("One").words.text
    office.ann.replace("\nextra:\n", "\nextra:\n  build_note: The site is built within ten minutes.\n", "mkdocs.yml")
    assert office.ann.push("Two").words.text.endswith("The site is built within ten minutes.")


def test_what_readers_see_on_a_later_day_is_said_with_the_day(office: Office) -> None:
    text = (
        office.ann.read()
        .replace("name: Heron", "name: Crane")
        .replace("publish_on: 2024-06-03", "publish_on: 2026-06-03")
    )
    office.ann.write(text.replace("published: 2024-06-03\n", "published: 2026-06-03\n"), "content/cases/crane/case.yml")
    words = office.ann.plan().for_readers
    assert len(words) == 1, words
    assert words[0].startswith("On 3 June 2026: new page: "), words
    assert "Crane" in words[0]
