"""Runs LinkChecker in a separate process, for all URLs at once and with a time limit."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.link_checker.external.redirect_chain import Hop, RequestFailure, UrlResult
from generator.system import WorkerError, WorkerProcess

_CODE: Final = "from generator.link_checker.external.http_client.subprocess_main import main; main()"
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


@dataclass(frozen=True, slots=True)
class FileStore:
    """Where files are kept that are fetched."""

    folder: Path
    most_bytes: int
    """The largest file that is fetched."""


def check_urls(
    addresses: Sequence[str], check_options: ExternalCheckOptions, files: FileStore | None = None
) -> Generator[UrlResult, None, None]:
    """Yield the result of each URL as it arrives; URLs that are not requested in time are missing.

    Also yields a result for the https variant of each http URL that answers. With `files`, each file is fetched as a
    whole instead, one at a time from a host: the last hop has its name.
    """
    if not addresses or check_options.seconds <= 0:
        return
    worker = WorkerProcess.run_python(_CODE)
    try:
        with worker.time_limit(check_options.seconds + check_options.timeout_seconds + _GRACE):
            worker.send(_request(addresses, check_options, files))
            while True:
                yield _result_from(json.loads(worker.receive()))
    except WorkerError:
        return
    finally:
        worker.stop()


def _request(addresses: Sequence[str], check_options: ExternalCheckOptions, files: FileStore | None) -> bytes:
    request = {
        "addresses": list(addresses),
        "seconds": check_options.seconds,
        "delay_seconds": check_options.delay_seconds,
        "timeout_seconds": check_options.timeout_seconds,
        "allow_private": check_options.allow_private,
        "folder": str(files.folder) if files is not None else "",
        "most_bytes": files.most_bytes if files is not None else 0,
    }
    return json.dumps(request).encode() + b"\n"


def _result_from(answer: dict[str, Any]) -> UrlResult:
    hops = tuple(
        Hop(**{**hop, "fault": RequestFailure(hop["fault"]) if hop["fault"] else None}) for hop in answer["hops"]
    )
    return UrlResult(answer["address"], hops, answer["is_valid"], answer["result"])
