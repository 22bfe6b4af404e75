"""Which IP addresses may be requested."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
"""IPv6 networks whose addresses have an IPv4 address in their last 32 bits."""


def is_public(machine: str) -> bool:
    """Return True for an IP address on the public internet: `192.0.2.1`, `2001:db8::1`.

    False for private, loopback, link-local, shared, reserved and multicast addresses, and for IPv6 addresses that
    contain such an IPv4 address.
    """
    try:
        address = ip_address(machine.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        inside = _inside(address)
        if inside is not None:
            return is_public(str(inside))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inside(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
