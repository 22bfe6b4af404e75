"""Entry point of the process: reads one request and writes one line for each result."""

from __future__ import annotations

import http.client
import json
import os
import sys
import time
import warnings
from dataclasses import asdict
from typing import Final

from generator.link_checker.external.redirect_chain import UrlResult
from generator.system import open_answers

_MAX_HEADERS: Final = 1_000


def main() -> None:
    """Check the URLs of one request, the JSON object that `client_process` sends; answer with one line for each URL."""
    answers = open_answers()
    warnings.simplefilter("ignore")
    # Python gives up at 100 headers, which browsers accept.
    http.client._MAXHEADERS = _MAX_HEADERS  # type: ignore[attr-defined] # noqa: SLF001
    request = json.loads(sys.stdin.readline())

    from generator.link_checker.external.http_client.linkchecker_adapter import RequestPolicy, check_all
    from generator.link_checker.external.http_client.rate_limit import HostRateLimiter

    def send_result(result: UrlResult) -> None:
        try:
            answers.write(json.dumps(asdict(result)) + "\n")
            answers.flush()
        except OSError:
            # The parent process has ended, so nothing reads the other results.
            os._exit(1)

    hosts = HostRateLimiter(request["delay_seconds"], time.monotonic() + request["seconds"])
    policy = RequestPolicy(hosts, request["timeout_seconds"], request["allow_private"])
    check_all(request["addresses"], policy, send_result)
    # Exit at once: some threads may still wait for a name server.
    os._exit(0)
