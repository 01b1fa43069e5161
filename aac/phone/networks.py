"""The addresses of this computer that a phone of the same home can reach, and no others."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable, Mapping
from contextlib import suppress

import psutil

# RFC 1918, and RFC 3927 for two devices on one cable.  Only these: what else `ipaddress` calls
# private is carriers' or documentation's.
HOME = tuple(
    ipaddress.ip_network(each)
    for each in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")
)
LOOPBACK = ipaddress.ip_network("127.0.0.0/8")

# How the names begin of what is no home: tunnels lead out of the house, modems into a carrier's
# network, which has such addresses too, and the others only to programs on this computer.
_NO_HOME = ("tun", "tap", "wg", "utun", "ppp", "ipsec", "tailscale", "zt", "zerotier", "openvpn",
            "nordlynx", "ww", "rmnet", "pdp_ip", "cellular", "mobilfunk", "docker", "veth", "br-",
            "virbr", "vmnet", "vmware", "vbox", "virtualbox", "lxc", "podman", "cni")  # fmt: skip
_NOWHERE = ("192.0.2.1", 9)  # RFC 5737; nothing is sent there


def is_home(address: str) -> bool:
    """Whether the address belongs to a local network."""
    try:
        found = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return any(found in network for network in HOME)


def is_own(address: str) -> bool:
    """Whether the address is one of this computer alone."""
    try:
        return ipaddress.IPv4Address(address) in LOOPBACK
    except ValueError:
        return False


def networks() -> dict[str, str]:
    """Name of the interface -> its IPv4 address in a local network."""
    found: dict[str, str] = {}
    states = psutil.net_if_stats()
    for name, addresses in psutil.net_if_addrs().items():
        if name.lower().startswith(_NO_HOME) or not (name in states and states[name].isup):
            continue
        ours = (each.address for each in addresses if each.family == socket.AF_INET)
        address = next((each for each in ours if is_home(each)), None)
        if address:
            found[name] = address
    return found


def chosen(wanted: str, there: Mapping[str, str], usual: str | None) -> str | None:
    """The address to serve at: of the interface ``wanted``, or of the usual one.

    ``usual``: the address that this computer uses by itself.  None: there is no such network now.
    """
    if wanted:
        return there.get(wanted)
    return usual if usual in there.values() else first(there.values())


def first(addresses: Iterable[str]) -> str | None:
    """Home networks before those of a single cable."""
    ordered = sorted(addresses, key=lambda each: each.startswith("169.254."))
    return next(iter(ordered), None)


def usual_address() -> str | None:
    """The address that this computer uses to reach others; nothing is sent to find it."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_NOWHERE)
        return str(probe.getsockname()[0])
    return None
