"""The process's way: one request in, one line a finding out."""

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
    """Reads `{"addresses": [...], "seconds": ..., "pause": ..., "patience": ..., "allow_private": ...}`, and asks."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # A library that prints must not be taken for an answer.
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
            # Who has asked is gone: nobody wants the rest.
            os._exit(1)

    hosts = HostRateLimiter(wanted["pause"], time.monotonic() + wanted["seconds"])
    check_all(wanted["addresses"], RequestPolicy(hosts, wanted["patience"], wanted["allow_private"]), tell)
    # Threads that still wait for a name server are not waited for.
    os._exit(0)
