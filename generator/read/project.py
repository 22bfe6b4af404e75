"""Finds the parts of a site, as its mkdocs.yml defines them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, rule
from generator.model.raw_record import RawRecord, Source
from generator.model.to_dos import to_dos_in_comments
from generator.read.engine_settings import check_engine_settings
from generator.read.file_names import name_from
from generator.read.menu import check_menu
from generator.read.site_folders import check_folders
from generator.read.site_url import fault_of_site_url
from generator.read.text_file import read_text
from generator.read.theme_folder import check_theme_folder, find_unused_folder, theme_not_installed
from generator.read.yaml_loader import load
from generator.system import find_package_theme, usable_cache

CONFIGURATION: Final = "mkdocs.yml"
PLACEHOLDER_URL: Final = "https://library.example/"


@dataclass(frozen=True, slots=True)
class Project:
    """A site's root folder and the settings in its configuration."""

    root: Path
    configuration: Path
    pages: Path
    """The folder of the hand-written Markdown pages: `docs_dir`."""

    overrides: Path | None
    """The folder with the site's changes to the theme: `theme.custom_dir`. None if there are none."""

    package_theme: Path
    """The folder of the theme that is installed with the generator."""

    output: Path
    """The folder of the built site: `site_dir`."""

    site_url: str
    """The public root URL, with a slash at its end."""

    cache: Path
    """The cache folder. It can be deleted at any time, and only makes the next build faster."""

    theme_language: object = None
    """`theme.language` as it is written; None if it is left out."""

    theme_language_place: Location | None = None
    """None if mkdocs.yml has no theme."""

    plugins: tuple[Any, ...] | None = None
    """The plugins in mkdocs.yml, as they are written there; None for the engine's own default."""

    theme_fault: Diagnostic | None = None
    """Why the theme cannot be built (S020). Commands that build no pages do not report it. None if nothing is wrong."""

    setting_places: Mapping[str, Location] = field(default_factory=dict)
    """Where mkdocs.yml names the folders `docs_dir` and `custom_dir`."""

    build_note: str = ""
    """When the site is built after a publication, in a sentence: `extra.build_note`. Empty if it is not said."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """Diagnostics on the configuration or the cache, to be reported with those on the records."""

    @property
    def sources(self) -> tuple[Path, ...]:
        """Return the source folders and files of the site. Nothing may ever be written over them."""
        parts = (self.configuration, self.pages, self.root / "content", self.root / "briefings")
        return (*parts, self.overrides) if self.overrides is not None else parts

    @property
    def theme(self) -> tuple[Path, ...]:
        """Return the folders of the theme. A file in an earlier folder replaces the file of the same name in a later.

        One folder if the site's own folder is the theme's source.
        """
        if self.overrides is None or self.overrides.resolve() == self.package_theme.resolve():
            return (self.package_theme,)
        return (self.overrides, self.package_theme)

    def place_of(self, address: str) -> Location | None:
        """Return the page or the file that is published at an address. None if there is none with this address."""
        path = address.rstrip("/")
        for folder in (self.pages, *self.theme):
            for name in (path, f"{path}.md", f"{path}/index.md", f"{path}/README.md"):
                if (folder / name).is_file():
                    return Location(name_from(self.root, folder / name))
        return None


def find_project(folder: Path) -> WithDiagnostics[Project | None]:
    """Return the site in a folder, or None with diagnostics if it cannot be opened.

    S001 if there is no mkdocs.yml, S005 and the Y codes if it cannot be read, R207 for a control character in it,
    S016 and S017 if the folder of the pages or of the theme would publish files that are not part of the site, S022
    if the theme is not installed. If `site_url` cannot be used, the project has a diagnostic (S014) and an example
    URL is used. If the cache cannot be used, a temporary one is used (S012). The project also has a diagnostic if
    the site's changes to the theme are not used (S021), for each to-do in mkdocs.yml (S030), for each menu entry
    without a page (S031), for a setting of the engine that the library cannot use (S050), and for a site without an
    address (S051).
    """
    root = folder.resolve()
    configuration = root / CONFIGURATION
    if not configuration.is_file():
        hint = "run the command in the folder that contains mkdocs.yml, or give the path to that folder with --root"
        return WithDiagnostics(None, (rule("S001").diagnostic(f"there is no {CONFIGURATION} in {folder}", hint=hint),))
    text = read_text(configuration, CONFIGURATION)
    if text.value is None:
        return WithDiagnostics(None, text.diagnostics)
    source = Source(CONFIGURATION, text.value)
    loaded = load(source, is_record=False)
    # The engine reads some values otherwise than records are read, but it publishes control characters as they are.
    control_characters = tuple(each for each in loaded.diagnostics if each.code == "R207")
    if loaded.value is None or control_characters:
        return WithDiagnostics(None, control_characters or loaded.diagnostics)
    settings = RawRecord("configuration", CONFIGURATION, source, *loaded.value)
    values = settings.values
    cache, problem = usable_cache(root / ".cache" / "library")
    url_fault = fault_of_site_url(values.get("site_url"), settings.location_of("site_url"))
    package_theme = find_package_theme()
    if package_theme is None:
        return WithDiagnostics(None, (theme_not_installed(),))
    theme = values.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    changes = root / str(overrides) if overrides else None
    to_dos = tuple(to_dos_in_comments(source))
    pages = root / _text(values, "docs_dir", "docs")
    project = Project(
        root=root,
        configuration=configuration,
        pages=pages,
        overrides=changes,
        package_theme=package_theme,
        output=root / _text(values, "site_dir", "site"),
        site_url=(PLACEHOLDER_URL if url_fault else _text(values, "site_url", PLACEHOLDER_URL).rstrip("/") + "/"),
        cache=cache,
        theme_language=theme.get("language") if isinstance(theme, dict) else None,
        theme_language_place=settings.location_of("theme", "language"),
        setting_places={
            "docs_dir": settings.location_of("docs_dir"),
            "custom_dir": settings.location_of("theme", "custom_dir"),
        },
        plugins=_plugins(values.get("plugins")),
        theme_fault=check_theme_folder(changes, settings),
        build_note=_text(extra, "build_note", "") if isinstance(extra := values.get("extra"), dict) else "",
        diagnostics=(
            *url_fault,
            *_cache_fault(problem),
            *find_unused_folder(root, changes, package_theme),
            *check_menu(pages, settings),
            *to_dos,
            *check_engine_settings(settings, PLACEHOLDER_URL, bool(to_dos)),
        ),
    )
    refused = check_folders(project.root, project.pages, project.overrides, settings)
    return WithDiagnostics(None if refused else project, refused)


def _cache_fault(problem: str) -> tuple[Diagnostic, ...]:
    if not problem:
        return ()
    hint = "delete .cache, or get permission to write there; until then every command takes longer"
    return (rule("S012").diagnostic(f"the cache cannot be written: {problem}", Location(".cache"), hint),)


def _plugins(value: object) -> tuple[Any, ...] | None:
    """Return the plugins as the items of a list. The engines also accept a mapping of names to options."""
    if isinstance(value, Mapping):
        return tuple({name: options} for name, options in value.items())
    return tuple(value) if isinstance(value, list | tuple) else None


def _text(values: Mapping[str, Any], key: str, default: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) and value else default
