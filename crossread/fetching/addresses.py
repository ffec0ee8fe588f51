"""Which addresses are on the public internet: pages are fetched from no others.

A page, or a redirect, can name a machine that only this computer sees: a router, a company's own
server, the metadata service of a cloud. Ranges: the IANA special-purpose address registries
(RFC 6890 and its updates), multicast (RFC 5771, RFC 4291).
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from crossread.errors import InputError

# Host and port -> addresses as text, best first. Raises OSError when there are none.
Resolve = Callable[[str, int], Sequence[str]]

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
_6TO4 = IPv6Network("2002::/16")  # RFC 3056: bits 16 to 47 are one
_UNICAST = IPv6Network("2000::/3")  # all that is given out to be reached from everywhere
# `is_global` differs between Python versions in these, so they stand here whatever it says.
_SPECIAL4 = tuple(map(IPv4Network, ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "240.0.0.0/4")))
_SPECIAL6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20")))


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host as the system finds them, each once. Raises OSError when there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label that is empty or too long
        raise socket.gaierror(socket.EAI_NONAME, "not a host name") from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether an address can be reached from anywhere; False also for what is no address.

    An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) counts as itself.
    """
    try:
        ip = ip_address(address)
    except (AddressValueError, ValueError):
        return False
    if isinstance(ip, IPv6Address):
        inner = _embedded(ip)
        if inner is None:
            return ip in _UNICAST and ip.is_global and not any(ip in network for network in _SPECIAL6)
        ip = inner
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in _SPECIAL4)


def checked_addresses(host: str, port: int, resolve: Resolve, allowed: frozenset[str]) -> list[str]:
    """The addresses to connect to, looked up once. Raises InputError unless all are public or `host` is allowed.

    One private address among public ones is refused too: which is used would be chance.
    """
    addresses = list(resolve(host, port))
    if not addresses:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    if host not in allowed:
        for address in addresses:
            if not is_public(address):
                what = host if address == host else f"{host} ({address})"
                raise InputError(
                    f"{what} is a private or reserved address, which is not fetched from; "
                    f"if you trust it, add {host} to allow_hosts under fetch in the configuration"
                )
    return addresses


def allowed_hosts(names: Sequence[str]) -> frozenset[str]:
    """The names of `allow_hosts` as hosts are compared: lower case, ASCII, without brackets and final dot."""
    import httpx

    from crossread.fetching.urls import host_of

    found = set()
    for name in names:
        bare = name.strip().rstrip(".").removeprefix("[").removesuffix("]")
        try:
            found.add(host_of(httpx.URL(scheme="http", host=bare)))
        except (httpx.InvalidURL, ValueError) as error:
            raise InputError(f"allow_hosts: {name!r} is not a host name; write it as in the URL") from error
    return frozenset(found)


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip in _6TO4:
        return IPv4Address(int(ip) >> 80 & 0xFFFFFFFF)
    return None
