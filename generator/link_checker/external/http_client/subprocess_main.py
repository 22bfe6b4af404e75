"""Entry point of the process: reads one request and writes one line for each result."""

from __future__ import annotations

import json
import os
import sys
import time
import warnings
from dataclasses import asdict
from pathlib import Path

from generator.link_checker.external.redirect_chain import UrlResult
from generator.system import open_answers


def main() -> None:
    """Check the URLs of one request, the JSON object that `client_process` sends; answer with one line for each URL."""
    answers = open_answers()
    warnings.simplefilter("ignore")
    request = json.loads(sys.stdin.readline())

    from generator.link_checker.external.http_client.body_store import BodyStore
    from generator.link_checker.external.http_client.linkchecker_adapter import RequestPolicy, check_all
    from generator.link_checker.external.http_client.rate_limit import HostRateLimiter

    def send_result(result: UrlResult) -> None:
        try:
            answers.write(json.dumps(asdict(result)) + "\n")
            answers.flush()
        except OSError:
            # The parent process has ended, so nothing reads the other results.
            os._exit(1)

    bodies = BodyStore(Path(request["folder"]), request["most_bytes"]) if request.get("folder") else None
    hosts = HostRateLimiter(request["delay_seconds"], time.monotonic() + request["seconds"], bodies is not None)
    policy = RequestPolicy(hosts, request["timeout_seconds"], request["allow_private"], bodies)
    check_all(request["addresses"], policy, send_result)
    # Exit at once: some threads may still wait for a name server.
    os._exit(0)
