"""Where a site's parts lie, as its mkdocs.yml says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Location, Outcome, rule
from generator.machine import usable_cache
from generator.model.raw import RawRecord, Source
from generator.read.site_folders import check_folders
from generator.read.site_url import fault_of_site_url
from generator.read.text_file import read_text
from generator.read.yaml_text import load

CONFIGURATION: Final = "mkdocs.yml"
PLACEHOLDER_URL: Final = "https://library.example/"


@dataclass(frozen=True, slots=True)
class Project:
    """A site's root folder and what its configuration says of it."""

    root: Path
    configuration: Path
    pages: Path
    """The hand-written Markdown pages: `docs_dir`."""

    overrides: Path | None
    """The theme's overrides: `theme.custom_dir`; None when there are none."""

    output: Path
    """Where the site is written: `site_dir`."""

    site_url: str
    """The public root, with a slash at its end."""

    cache: Path
    """What can be deleted at any time and only makes the next build faster."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the configuration or the cache, to be reported with the records."""

    @property
    def sources(self) -> tuple[Path, ...]:
        """What the site is made from: nothing may ever be written over it."""
        parts = (self.configuration, self.pages, self.root / "content", self.root / "briefings")
        return (*parts, self.overrides) if self.overrides is not None else parts


def find_project(folder: Path) -> Outcome[Project | None]:
    """The site in a folder; None with diagnostics when it cannot be opened.

    S001 when there is no mkdocs.yml, S005 and the Y codes when it cannot be read, S016 and S017 when the folder of the
    pages or of the theme would publish what is not part of the site. A `site_url` that cannot be used is a diagnostic
    of the project (S014), and an example takes its place. If the cache cannot be used, a temporary one takes its place
    (S012).
    """
    root = folder.resolve()
    configuration = root / CONFIGURATION
    if not configuration.is_file():
        hint = "run the command in the folder that holds mkdocs.yml, or name that folder with --root"
        return Outcome(None, (rule("S001").found(f"there is no {CONFIGURATION} in {folder}", hint=hint),))
    text = read_text(configuration, CONFIGURATION)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    source = Source(CONFIGURATION, text.value)
    loaded = load(source, is_record=False)
    if loaded.value is None:
        return Outcome(None, loaded.diagnostics)
    settings = RawRecord("configuration", CONFIGURATION, source, *loaded.value)
    values = settings.values
    cache, problem = usable_cache(root / ".cache" / "library")
    url_fault = fault_of_site_url(values.get("site_url"), settings.at("site_url"))
    theme = values.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    project = Project(
        root=root,
        configuration=configuration,
        pages=root / _text(values, "docs_dir", "docs"),
        overrides=root / str(overrides) if overrides else None,
        output=root / _text(values, "site_dir", "site"),
        site_url=(PLACEHOLDER_URL if url_fault else _text(values, "site_url", PLACEHOLDER_URL).rstrip("/") + "/"),
        cache=cache,
        diagnostics=(*url_fault, *_cache_fault(problem)),
    )
    refused = check_folders(project.root, project.pages, project.overrides, settings)
    return Outcome(None if refused else project, refused)


def _cache_fault(problem: str) -> tuple[Diagnostic, ...]:
    if not problem:
        return ()
    hint = "delete .cache, or get the right to write there; until then every command takes longer"
    return (rule("S012").found(f"work cannot be kept for the next command: {problem}", Location(".cache"), hint),)


def _text(values: Mapping[str, Any], key: str, default: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) and value else default
