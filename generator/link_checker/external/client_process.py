"""Runs LinkChecker in a separate process, for all URLs at once and with a time limit."""

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
"""Seconds, in addition to the request timeout, in which the process may end normally."""


@dataclass(frozen=True, slots=True)
class ExternalCheckOptions:
    """Settings for requests to other sites."""

    result_cache: Path | None = None
    """File of the stored results; None for the cache folder."""

    seconds: float = 600.0
    """Time limit for the whole check. 0 makes no requests and reports the stored results."""

    fresh_days: int = 0
    """URLs that worked within this many days are skipped."""

    delay_seconds: float = 0.5
    """Seconds between two requests to one host."""

    timeout_seconds: float = 20.0
    """Seconds for one request."""

    allow_private: bool = False
    """True if machines in private networks may be requested."""


def check_urls(addresses: Sequence[str], check_options: ExternalCheckOptions) -> Generator[UrlResult, None, None]:
    """Yield the result of each URL as it arrives; URLs that are not requested in time are missing.

    Also yields a result for the https variant of each http URL that answers.
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
