"""The addresses of this computer in its local network."""

import re
import socket
from collections.abc import Iterable
from contextlib import closing
from ipaddress import IPv4Address, IPv6Address, ip_address

Address = IPv4Address | IPv6Address

_ELSEWHERE = "198.51.100.1"
"""An address that belongs to nobody (RFC 5737); nothing is sent to it."""
_OF_NO_NETWORK = re.compile(
    r"(docker|br-|veth|virbr|podman|cni|flannel|cali|lxc|lxd|vmnet|vboxnet|vethernet|tun|tap|utun|wg|tailscale|zt)"
    r"|.*(virtualbox|vmware|hyper-v|wsl|wireguard|tailscale)",
    re.IGNORECASE,
)
"""Interfaces to containers, virtual machines and tunnels, which devices in the room cannot use."""


def local_addresses() -> tuple[str, ...]:
    """Return the addresses of this computer that devices in the local network can reach, the likeliest first.

    IPv4 comes before IPv6, and the network with the way to the internet first. None if there is no network.
    """
    import ifaddr

    found = [
        (adapter.nice_name, ip_address(ip.ip if isinstance(ip.ip, str) else ip.ip[0]))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
    ]
    return reachable_addresses(found, _outward())


def reachable_addresses(found: Iterable[tuple[str, Address]], outward: str = "") -> tuple[str, ...]:
    """The addresses, given with the names of their interfaces, that others can reach; `outward` leads those of IPv4."""
    kept = [
        address
        for name, address in found
        if not (address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified)
        and not _OF_NO_NETWORK.match(name)
    ]
    ordered = sorted(dict.fromkeys(kept), key=lambda address: (address.version, str(address) != outward))
    return tuple(map(str, ordered))


def host_in_url(host: str) -> str:
    """A host as it is in an address: one of IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def is_loopback(host: str) -> bool:
    """Return whether an address is of this machine alone; also when one of IPv4 is written as IPv6."""
    try:
        address = ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return host == "localhost"
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _outward() -> str:
    """The address from which this machine would leave its local network; empty if it is in none.

    Connecting a datagram socket chooses a route and sends nothing.
    """
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asking:
        try:
            asking.connect((_ELSEWHERE, 9))
            return str(asking.getsockname()[0])
        except OSError:
            return ""
