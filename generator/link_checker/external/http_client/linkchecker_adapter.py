"""Runs LinkChecker for a list of URLs: its queue, threads and robots.txt, with our own rate limits."""

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

from generator.link_checker.external.http_client.body_store import BodyStore
from generator.link_checker.external.http_client.http_adapter import RateLimitedAdapter
from generator.link_checker.external.http_client.rate_limit import HostRateLimiter
from generator.link_checker.external.redirect_chain import Hop, UrlResult

_THREADS: Final = 16


@dataclass(frozen=True, slots=True)
class RequestPolicy:
    """Settings for the requests."""

    hosts: HostRateLimiter
    timeout_seconds: float
    """Seconds for one request."""

    allow_private: bool
    bodies: BodyStore | None = None
    """Where the files are kept that are fetched; None if URLs are only checked."""


def check_all(addresses: Sequence[str], policy: RequestPolicy, tell: Callable[[UrlResult], None]) -> None:
    """Check each URL, and the https variant of each http URL that answers; pass each result to `tell`."""
    ours = _LinkCheckerRun(policy)
    # What is fetched is fetched once: the https variant is only checked.
    ours.logger = _ResultLogger(ours, frozenset(addresses if policy.bodies is None else ()), tell)
    for address in _hosts_in_turn(addresses):
        ours.queue(address)
    ours.start_threads()
    check_url(ours)


class _LinkCheckerRun(Aggregate):  # type: ignore[misc]
    """A LinkChecker run whose requests go through `RateLimitedAdapter`."""

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
        """Add a URL to the queue; its links are not followed."""
        found = get_url_from(address, 0, self, extern=(1, 0))
        if not found.has_result:
            # LinkChecker rewrites URLs, for example `%2F` as a slash. Some of them are then a different URL.
            found.url = address
        self.urlqueue.put(found)

    def add_request_session(self) -> None:
        """Create the session of a thread."""
        session = requests.Session()
        # A proxy would resolve names for us, and we could not check which machine is requested.
        session.trust_env = False
        session.max_redirects = self.config["maxhttpredirects"]
        session.headers["User-Agent"] = self.config["useragent"]
        adapter = RateLimitedAdapter(
            self._manners.hosts, self._manners.timeout_seconds, self._manners.allow_private, self._manners.bodies
        )
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        self.request_sessions[threading.get_ident()] = session
        self._adapters[threading.get_ident()] = adapter

    def wait_for_host(self, host: str) -> None:
        """Do nothing: LinkChecker would make all other hosts wait as well.

        The adapter waits for each host separately.
        """

    def take_hops(self) -> tuple[Hop, ...]:
        """Return the requests that this thread has made since the last call."""
        adapter = self._adapters.get(threading.get_ident())
        if adapter is None:
            return ()
        taken, adapter.hops = tuple(adapter.hops), []
        # Cookies are kept from one redirect to the next, but not from one URL to another.
        self.request_sessions[threading.get_ident()].cookies.clear()
        return taken


class _Robots(RobotsTxt):  # type: ignore[misc]
    """Reads robots.txt. The request for it is not recorded in the redirect chain of a URL."""

    def allows_url(self, url_data: Any, timeout: float | None = None) -> bool:
        """Return True if the host allows programs to request the URL."""
        try:
            return bool(super().allows_url(url_data, timeout))
        except OSError:
            # robots.txt does not forbid it; the request for the URL itself will meet the same failure.
            return True
        finally:
            url_data.aggregate.take_hops()


class _NoResults(ResultCache):  # type: ignore[misc]
    """A cache that stores nothing: LinkChecker would use the result of a redirect for the URL that it leads to."""

    def get_result(self, key: str) -> None:
        """Return None: there is no stored result."""

    def has_result(self, key: str) -> bool:  # noqa: ARG002 as LinkChecker calls it
        """Return False, so that each URL is requested."""
        return False


class _ResultLogger:
    """A logger in LinkChecker's sense. It runs in the thread that made the request."""

    is_active = True

    def __init__(self, ours: _LinkCheckerRun, asked: frozenset[str], tell: Callable[[UrlResult], None]) -> None:
        self._ours = ours
        self._asked = asked
        self._tell = tell
        self._lock = threading.Lock()

    def log_url(self, url_data: Any) -> None:
        """Report the result of a URL."""
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
        """Report the requests made before an internal error of LinkChecker, so that the next URL does not get them."""
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
    """Return the URLs in an order that alternates between hosts; URLs of one host keep their order."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    return [each for each in chain.from_iterable(zip_longest(*by_host.values())) if each is not None]
