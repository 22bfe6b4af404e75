"""LinkChecker, set up for one list of addresses: its queue, threads and robots.txt, with our own manners."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from linkcheck.cache.results import ResultCache
from linkcheck.cache.robots_txt import RobotsTxt
from linkcheck.cache.urlqueue import UrlQueue
from linkcheck.checker import get_url_from
from linkcheck.configuration import Configuration
from linkcheck.director import check_url
from linkcheck.director.aggregator import Aggregate
from linkcheck.plugins import PluginManager

from generator.link_checker.external.http_client.http_adapter import RateLimitedAdapter
from generator.link_checker.external.http_client.rate_limit import HostRateLimiter
from generator.link_checker.external.redirect_chain import Hop, UrlResult

_THREADS: Final = 16


@dataclass(frozen=True, slots=True)
class RequestPolicy:
    """How the asking is done."""

    hosts: HostRateLimiter
    timeout_seconds: float
    """Seconds for one request."""

    allow_private: bool


def check_all(addresses: Sequence[str], policy: RequestPolicy, tell: Callable[[UrlResult], None]) -> None:
    """Asks each address, and the https twin of each http address that answers; tells each answer as it comes."""
    ours = _LinkCheckerRun(policy)
    ours.logger = _ResultLogger(ours, frozenset(addresses), tell)
    for address in _hosts_in_turn(addresses):
        ours.queue(address)
    ours.start_threads()
    check_url(ours)


class _LinkCheckerRun(Aggregate):  # type: ignore[misc]
    """LinkChecker's own round, whose requests go through `RateLimitedAdapter`."""

    def __init__(self, policy: RequestPolicy) -> None:
        config = _configuration(policy)
        super().__init__(
            config,
            UrlQueue(),
            _Robots(config["useragent"]),
            PluginManager(config),
            _NoResults(config["resultcachesize"]),
        )
        self._manners = policy
        self._adapters: dict[int, RateLimitedAdapter] = {}

    def queue(self, address: str) -> None:
        """Lets an address be asked; what it links to is not followed."""
        found = get_url_from(address, 0, self, extern=(1, 0))
        if not found.has_result:
            # LinkChecker writes addresses anew, `%2F` as a slash: some of them are another one then.
            found.url = address
        self.urlqueue.put(found)

    def add_request_session(self) -> None:
        """Gives a thread its session."""
        session = requests.Session()
        # A proxy would resolve names in our place, and nobody could say which machine is asked.
        session.trust_env = False
        session.max_redirects = self.config["maxhttpredirects"]
        session.headers["User-Agent"] = self.config["useragent"]
        adapter = RateLimitedAdapter(self._manners.hosts, self._manners.timeout_seconds, self._manners.allow_private)
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        self.request_sessions[threading.get_ident()] = session
        self._adapters[threading.get_ident()] = adapter

    def wait_for_host(self, host: str) -> None:
        """LinkChecker waits for one host at a time and lets all others wait as well; the adapter waits better."""

    def take_hops(self) -> tuple[Hop, ...]:
        """What this thread has asked since it was last asked for it."""
        adapter = self._adapters.get(threading.get_ident())
        if adapter is None:
            return ()
        taken, adapter.hops = tuple(adapter.hops), []
        return taken


class _Robots(RobotsTxt):  # type: ignore[misc]
    """Reads robots.txt; that it was asked for is no step on an address's way."""

    def allows_url(self, url_data: Any, timeout: float | None = None) -> bool:
        """True when the host lets programs ask for the address."""
        try:
            return bool(super().allows_url(url_data, timeout))
        except OSError:
            # Nobody has forbidden it; the address itself will meet the same.
            return True
        finally:
            url_data.aggregate.take_hops()


class _NoResults(ResultCache):  # type: ignore[misc]
    """Each address is asked: LinkChecker would take a redirect's answer for that of the address it leads to."""

    def get_result(self, key: str) -> None:
        """Nothing."""

    def has_result(self, key: str) -> bool:  # noqa: ARG002 as LinkChecker calls it
        """False."""
        return False


class _ResultLogger:
    """What LinkChecker calls a logger. It runs in the thread that has asked."""

    is_active = True

    def __init__(self, ours: _LinkCheckerRun, asked: frozenset[str], tell: Callable[[UrlResult], None]) -> None:
        self._ours = ours
        self._asked = asked
        self._tell = tell
        self._lock = threading.Lock()

    def log_url(self, url_data: Any) -> None:
        """Tells what was found at an address."""
        found = UrlResult(url_data.base_url, self._ours.take_hops(), bool(url_data.valid), str(url_data.result))
        https_variant = f"https://{found.address.removeprefix('http://')}"
        is_plain = found.address in self._asked and found.address.startswith("http://") and len(found.hops) == 1
        if (
            is_plain
            and found.hops[0].status == 200
            and https_variant not in self._asked
            and urlsplit(https_variant).port is None
        ):
            self._ours.queue(https_variant)
        with self._lock:
            self._tell(found)

    def log_internal_error(self) -> None:
        """Tells what was asked before LinkChecker stumbled, so that it is not taken for the next address's."""
        hops = self._ours.take_hops()
        if hops:
            with self._lock:
                self._tell(UrlResult(hops[0].address, hops, False, "LinkChecker stumbled"))


def _configuration(policy: RequestPolicy) -> Any:
    config = Configuration()
    config["threads"] = _THREADS
    config["timeout"] = policy.timeout_seconds
    config["checkextern"] = True
    config["recursionlevel"] = 0
    config["allowedschemes"] = ["http", "https"]
    config["pluginfolders"] = []
    config["status"] = False
    config["logger"] = object()
    config["sslverify"] = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE") or True
    config.sanitize()
    return config


def _hosts_in_turn(addresses: Sequence[str]) -> list[str]:
    """The same addresses, so that neighbours are of different hosts; in their order within each."""
    by_host: dict[str, list[str]] = {}
    for each in addresses:
        by_host.setdefault(urlsplit(each).netloc, []).append(each)
    return [each for each in chain.from_iterable(zip_longest(*by_host.values())) if each is not None]
