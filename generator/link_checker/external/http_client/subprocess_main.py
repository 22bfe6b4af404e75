"""Entry point of the process: reads one request and writes one line for each result."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
import warnings
from dataclasses import asdict

from generator.link_checker.external.redirect_chain import UrlResult


def main() -> None:
    """Check the URLs in `{"addresses": [...], "seconds": ..., "pause": ..., "patience": ..., "allow_private": ...}`."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # Send what a library prints to stderr, so that it is not read as a result.
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    wanted = json.loads(sys.stdin.readline())

    from generator.link_checker.external.http_client.linkchecker_adapter import RequestPolicy, check_all
    from generator.link_checker.external.http_client.rate_limit import HostRateLimiter

    def tell(found: UrlResult) -> None:
        try:
            answers.write(json.dumps(asdict(found)) + "\n")
            answers.flush()
        except OSError:
            # The parent process has ended, so nothing reads the other results.
            os._exit(1)

    hosts = HostRateLimiter(wanted["pause"], time.monotonic() + wanted["seconds"])
    check_all(wanted["addresses"], RequestPolicy(hosts, wanted["patience"], wanted["allow_private"]), tell)
    # Do not wait for threads that still wait for a name server.
    os._exit(0)
