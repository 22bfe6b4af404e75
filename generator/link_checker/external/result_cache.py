"""Cache of the last result of each URL, with the day since which it has failed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.system import content_digest, write_atomically

_FORM: Final = 1
_A_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CachedResult:
    """The cached result of one URL."""

    answer: LinkResult
    """The last result."""

    asked: date
    """The day of that result."""

    good: date | None = None
    """The last day on which it worked; None if none is known."""

    bad_since: date | None = None
    """First day of the current run of failures; None if the last check succeeded."""

    bad_days: int = 0
    """Number of days on which it failed in this run."""

    @property
    def bad_for_a_week(self) -> bool:
        """Return True if two failures are at least seven days apart, with no success between them."""
        return self.bad_since is not None and self.bad_days > 1 and self.asked - self.bad_since >= _A_WEEK


def updated_result(before: CachedResult | None, answer: LinkResult, today: date) -> CachedResult:
    """Return the cached result of a URL after a new answer."""
    if before is None:
        before = CachedResult(answer, today)
    elif today < before.asked:
        # The check is dated before the stored one, so ignore what was recorded on later days.
        before = CachedResult(answer, today)
    if not answer.kind.is_bad:
        return CachedResult(answer, today, today if answer.kind.works else before.good)
    if before.bad_since is None:
        return CachedResult(answer, today, before.good, today, 1)
    more = 0 if before.asked == today else 1
    return replace(before, answer=answer, asked=today, bad_days=before.bad_days + more)


def read_results(path: Path) -> dict[str, CachedResult]:
    """Return the results in a file, by URL; empty if it is missing, damaged or in another format."""
    try:
        stored = json.loads(path.read_bytes())
        digest = _digest(stored["addresses"])
        if stored["form"] != _FORM or stored.get("digest", digest) != digest:
            return {}
        return {address: _from_stored(each) for address, each in stored["addresses"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_results(path: Path, known: Mapping[str, CachedResult], shown: Collection[str]) -> None:
    """Write the results of the URLs that the site still shows. Raise OSError if the file cannot be written."""
    kept = {address: _to_store(known[address]) for address in sorted(known) if address in shown}
    content = {"form": _FORM, "digest": _digest(kept), "addresses": kept}
    text = json.dumps(content, indent=1, ensure_ascii=False)
    write_atomically(path, f"{text}\n".encode())


def _digest(addresses: Any) -> str:
    """Return a digest of the URLs as they are stored; a file of an earlier version has none."""
    return content_digest(json.dumps(addresses, sort_keys=True).encode()).hex()


def _to_store(known: CachedResult) -> dict[str, Any]:
    days = {"asked": known.asked, "good": known.good, "bad_since": known.bad_since}
    return {
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "bad_days": known.bad_days,
        "answer": asdict(known.answer),
    }


def _from_stored(stored: Mapping[str, Any]) -> CachedResult:
    answer = {**stored["answer"], "kind": LinkStatus(stored["answer"]["kind"])}
    return CachedResult(
        LinkResult(**answer),
        date.fromisoformat(stored["asked"]),
        _day(stored["good"]),
        _day(stored["bad_since"]),
        int(stored["bad_days"]),
    )


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
