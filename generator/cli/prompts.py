"""Ask for one answer at a time, and check each at once."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

import click
from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import did_you_mean
from generator.diagnostics.suggest import one_of
from generator.editing import can_be_written, slugify
from generator.model import EventTime, PartialDate
from generator.model.record_model import Line, Slug, Text
from generator.model.term import Term
from generator.model.vocabulary import Vocabulary
from generator.validate import date_hint, type_hint

Check = Callable[[str], str]
"""Returns the answer in the form that is written to the record. Raises click.BadParameter if it is not valid."""

_LINE: TypeAdapter[str] = TypeAdapter(Line)
_TEXT: TypeAdapter[str] = TypeAdapter(Text)
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


@dataclass(frozen=True, slots=True)
class Prompter:
    """Gets answers from options, from the person at the terminal, or from defaults."""

    is_asking: bool
    """If False, a question without an option gets its default."""

    def answer(self, option: str, value: str | None, question: str, default: str, check: Check) -> str:
        """Return the answer: from the option, typed at the prompt, or the default."""
        if value is not None or not self.is_asking:
            try:
                return check(value if value is not None else default)
            except click.BadParameter as fault:
                fault.param_hint = f"'--{option}'"
                raise
        answered: str = click.prompt(question, default=default, value_proc=check, show_default=bool(default))
        return answered


def line(value: str) -> str:
    """Return a short text. It is required."""
    return _validate(value, _LINE, "write between 1 and 300 characters")


def optional_line(value: str) -> str:
    """Return a short text, or an empty string."""
    return line(value) if value.strip() else ""


def text(value: str) -> str:
    """Return a text. It is required."""
    return _validate(value, _TEXT, "write one or two plain sentences")


def optional_text(value: str) -> str:
    """Return a text, or an empty string."""
    return text(value) if value.strip() else ""


def parse_date(value: str) -> str:
    """Return a date (a year, a month or a day), or an empty string."""
    if not value.strip():
        return ""
    try:
        return PartialDate.parse(value).iso
    except ValueError as fault:
        raise click.BadParameter(date_hint(value) or str(fault)) from None


def parse_time(value: str) -> str:
    """Return a day, or a time on a day, as records write it; or an empty string."""
    if not value.strip():
        return ""
    try:
        parsed = EventTime.parse(value)
    except ValueError as fault:
        raise click.BadParameter(date_hint(value) or str(fault)) from None
    if parsed.is_skipped:
        raise click.BadParameter(f"there is no {parsed.in_words}: the clocks go forward past it")
    return parsed.iso


def new_id(taken: Iterable[str], redirected: Iterable[str] = ()) -> Check:
    """Return a check for an id that is not in `taken`, and whose address does not redirect to another page."""
    known, old = frozenset(taken), frozenset(redirected)

    def check(value: str) -> str:
        try:
            identity = _SLUG.validate_python(value.strip())
        except ValidationError:
            better = slugify(value) or "a-short-name"
            if not value.strip():
                raise click.BadParameter("no address can be made from this name: add --id a-short-name") from None
            raise click.BadParameter(f'"{value}": use small letters, digits and hyphens: "{better}"') from None
        if identity in known:
            raise click.BadParameter(f'"{identity}" is already used; choose another')
        if identity in old:
            raise click.BadParameter(f'the address of "{identity}" redirects to another page; choose another id')
        return identity

    return check


def known_id(what: str, known: Iterable[str]) -> Check:
    """Return a check for an id that is in `known`. The message suggests the closest id."""
    ids = tuple(known)

    def check(value: str) -> str:
        if not ids:
            raise click.UsageError(f"there is no {what} yet: add one to content/vocabulary.yml, or a pack under use")
        identity = _as_known_id(value, ids)
        if identity not in ids:
            hint = did_you_mean(identity, ids) or one_of(ids)
            raise click.BadParameter(f'unknown {what} "{identity}"; {hint}')
        return identity

    return check


def _as_known_id(value: str, known: Container[str]) -> str:
    """Return the id that an answer means, `sar` for "SAR"; the answer itself if it means none."""
    identity = slugify(value)
    return identity if identity in known else value.strip()


def review_types(vocabulary: Vocabulary) -> Check:
    """Return a check for ids of review types, separated by commas. An empty answer means that none is stated."""

    def check(value: str) -> str:
        named = (_as_known_id(each, vocabulary.type) for each in value.split(","))
        types = tuple(dict.fromkeys(filter(None, named)))
        for each in types:
            if each not in vocabulary.type:
                raise click.BadParameter(f'unknown review type "{each}"; {type_hint(vocabulary, each)}')
        return f"[{', '.join(types)}]" if len(types) > 1 else "".join(types)

    return check


def or_nothing(check: Check) -> Check:
    """Return a check that also accepts an empty answer."""
    return lambda value: check(value) if value.strip() else ""


def show(terms: Iterable[Term]) -> None:
    """Print the choices for the next question."""
    for term in terms:
        click.echo(f"  {term.id:<14} {term.label}")


def _validate(value: str, shape: TypeAdapter[str], hint: str) -> str:
    answer = value.strip()
    if not can_be_written(answer):
        raise click.BadParameter("this contains a control character; type it again")
    try:
        return shape.validate_python(answer)
    except ValidationError:
        raise click.BadParameter(hint) from None
