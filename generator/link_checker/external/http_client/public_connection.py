"""Connections to machines on the public internet only, with a time limit."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from generator.link_checker.external.http_client.public_ip import is_public
from generator.link_checker.external.redirect_chain import RequestFailure


class Attempt:
    """One request: which hosts it may reach, how long it may take, and its failure."""

    def __init__(self, timeout_seconds: float, allow_private: bool) -> None:
        """`timeout_seconds` is the limit in seconds for the whole request, from the connection to the last byte."""
        self.fault: RequestFailure | None = None
        self._allow_private = allow_private
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(timeout_seconds, self._close_sockets)
        self._timer.daemon = True

    def __enter__(self) -> Attempt:
        _current.attempt = self
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for each in self._sockets:
            each.close()

    def connect(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """Connect to the IP address that was checked; the name is not resolved a second time."""
        try:
            machines = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            self.fault = RequestFailure.UNKNOWN_HOST
            raise OSError(f"there is no host {host}") from None
        if not self._allow_private and not all(is_public(str(each[4][0])) for each in machines):
            self.fault = RequestFailure.PRIVATE
            raise OSError(f"{host} lies in a private network")
        failed = OSError("no address")
        for family, kind, protocol, _, machine in machines:
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(timeout)
                connection.connect(machine)
            except OSError as error:
                connection.close()
                failed = error
                continue
            # Shutting the duplicate down ends the connection at any stage, also in TLS.
            self._sockets.append(connection.dup())
            return connection
        raise failed

    def _close_sockets(self) -> None:
        self.fault = RequestFailure.SLOW
        for each in tuple(self._sockets):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


class _Current(threading.local):
    attempt: Attempt


_current = _Current()


class _Plain(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _current.attempt.connect(self._dns_host, self.port, _seconds(self.timeout))


class _Secure(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _current.attempt.connect(self._dns_host, self.port, _seconds(self.timeout))


def _seconds(timeout: object) -> float | None:
    return float(timeout) if isinstance(timeout, int | float) else None


class PlainPool(HTTPConnectionPool):
    """A pool of http connections."""

    ConnectionCls = _Plain


class SecurePool(HTTPSConnectionPool):
    """A pool of https connections."""

    ConnectionCls = _Secure
