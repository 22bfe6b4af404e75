"""Asks for one answer after the other, each checked as it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import click
from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import did_you_mean
from generator.diagnostics.suggest import one_of
from generator.editing import can_be_written, slugify
from generator.model import PartialDate
from generator.model.record_model import Line, Slug, Text
from generator.model.vocabulary import Term

Check = Callable[[str], str]
"""Gives the answer as it is kept; a click.BadParameter says what is wrong with it."""

_LINE: TypeAdapter[str] = TypeAdapter(Line)
_TEXT: TypeAdapter[str] = TypeAdapter(Text)
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


@dataclass(frozen=True, slots=True)
class Prompter:
    """How answers are got."""

    is_asking: bool
    """False takes the default of every question that no option has answered."""

    def answer(self, option: str, given: str | None, question: str, default: str, check: Check) -> str:
        """The answer that an option has given, or that somebody types, or the default."""
        if given is not None or not self.is_asking:
            try:
                return check(given if given is not None else default)
            except click.BadParameter as fault:
                fault.param_hint = f"'--{option}'"
                raise
        answered: str = click.prompt(question, default=default, value_proc=check, show_default=bool(default))
        return answered


def line(given: str) -> str:
    """A short text, needed."""
    return _kept(given, _LINE, "write at least one letter, and at most 300")


def optional_line(given: str) -> str:
    """A short text, or nothing."""
    return line(given) if given.strip() else ""


def text(given: str) -> str:
    """A text, needed."""
    return _kept(given, _TEXT, "write one or two plain sentences")


def optional_text(given: str) -> str:
    """A text, or nothing."""
    return text(given) if given.strip() else ""


def parse_date(given: str) -> str:
    """A date as precisely as it is known, or nothing."""
    if not given.strip():
        return ""
    try:
        return PartialDate.parse(given).iso
    except ValueError as fault:
        raise click.BadParameter(str(fault)) from None


def new_id(taken: Iterable[str]) -> Check:
    """An id that no record of this kind has."""
    known = frozenset(taken)

    def check(given: str) -> str:
        try:
            identity = _SLUG.validate_python(given.strip())
        except ValidationError:
            better = slugify(given) or "a-short-name"
            raise click.BadParameter(f'"{given}": use small letters, digits and hyphens: "{better}"') from None
        if identity in known:
            raise click.BadParameter(f'"{identity}" is taken; nothing is overwritten')
        return identity

    return check


def known_id(what: str, known: Iterable[str]) -> Check:
    """An id of a closed list, with the nearest one as a hint."""
    ids = tuple(known)

    def check(given: str) -> str:
        identity = given.strip()
        if identity not in ids:
            hint = did_you_mean(identity, ids) or (one_of(ids) if ids else "there is none yet")
            raise click.BadParameter(f'unknown {what} "{identity}"; {hint}')
        return identity

    return check


def show(terms: Iterable[Term]) -> None:
    """The words from which the next question lets choose."""
    for term in terms:
        click.echo(f"  {term.id:<14} {term.label}")


def _kept(given: str, shape: TypeAdapter[str], hint: str) -> str:
    kept = given.strip()
    if not can_be_written(kept):
        raise click.BadParameter("this holds a control character; type it again")
    try:
        return shape.validate_python(kept)
    except ValidationError:
        raise click.BadParameter(hint) from None
