"""Connections that are made to machines on the open internet alone, and that end in time."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from generator.link_checker.external.http_client.public_ip import is_public
from generator.link_checker.external.redirect_chain import RequestFailure


class Attempt:
    """One request: what may be asked, how long it may take, and what went wrong with it."""

    def __init__(self, timeout_seconds: float, allow_private: bool) -> None:
        """`timeout_seconds` in seconds, for all of the request from the connection to the last byte."""
        self.fault: RequestFailure | None = None
        self._allow_private = allow_private
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(timeout_seconds, self._cut)
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
        """A connection to the very machine whose address was looked at: no name is resolved a second time."""
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
            # Shutting the double down ends the connection at whatever stage it is, in TLS as well.
            self._sockets.append(connection.dup())
            return connection
        raise failed

    def _cut(self) -> None:
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
    """http."""

    ConnectionCls = _Plain


class SecurePool(HTTPSConnectionPool):
    """https."""

    ConnectionCls = _Secure
