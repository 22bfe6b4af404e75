"""All addresses handed over once to LinkChecker, in a process of its own and within a limit of time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any, Final

from generator.link_checker.external.redirect_chain import Hop, RequestFailure, UrlResult

_PACKAGE: Final = Path(__file__).parents[3]
_COMMAND: Final = "from generator.link_checker.external.http_client.subprocess_main import main; main()"
_GRACE: Final = 10.0
"""Seconds, beside the patience for what is under way, in which the process may end by itself."""


@dataclass(frozen=True, slots=True)
class ExternalCheckOptions:
    """How addresses on other sites are asked."""

    result_cache: Path | None = None
    """Where the answers are kept; None for the folder of the cache."""

    seconds: float = 600.0
    """In all. 0 asks nothing and tells what was found the last time."""

    fresh_days: int = 0
    """What was good so few days ago is not asked again."""

    delay_seconds: float = 0.5
    """Seconds between two requests to one host."""

    timeout_seconds: float = 20.0
    """Seconds for one request."""

    allow_private: bool = False
    """Whether machines in private networks may be asked."""


def check_urls(addresses: Sequence[str], check_options: ExternalCheckOptions) -> Generator[UrlResult, None, None]:
    """What was found at each address, as it comes; what is not asked in time is missing.

    Beside the addresses themselves, the https twins of those http addresses that answer.
    """
    if not addresses or check_options.seconds <= 0:
        return
    process = subprocess.Popen(
        [sys.executable, "-c", _COMMAND],
        cwd=_PACKAGE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    end = Timer(check_options.seconds + check_options.timeout_seconds + _GRACE, process.kill)
    end.start()
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(_request(addresses, check_options)) + "\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.endswith("\n"):
                yield _asked(json.loads(line))
    except BrokenPipeError:
        return
    finally:
        end.cancel()
        process.kill()
        process.communicate()


def _request(addresses: Sequence[str], check_options: ExternalCheckOptions) -> dict[str, object]:
    return {
        "addresses": list(addresses),
        "seconds": check_options.seconds,
        "pause": check_options.delay_seconds,
        "patience": check_options.timeout_seconds,
        "allow_private": check_options.allow_private,
    }


def _asked(told: dict[str, Any]) -> UrlResult:
    hops = tuple(
        Hop(**{**each, "fault": RequestFailure(each["fault"]) if each["fault"] else None}) for each in told["hops"]
    )
    return UrlResult(told["address"], hops, told["is_valid"], told["result"])
