"""The settings of the family's phone page."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Declaration, Number, Switch, Text


@dataclass(frozen=True)
class PhoneSettings:
    """The part of `model.settings.Settings` that is about phones."""

    phone: bool = False
    phone_network: str = ""
    phone_port: int = 8737


PHONE: tuple[Declaration, ...] = (
    Switch(
        "phone",
        "A page for the family’s phones",
        "It shows what the people around may see, as under Partner, and rings on a call. Only in "
        "this home’s network and only for phones that were connected by code. It is not "
        "encrypted: somebody else in the same Wi-Fi could read along with technical means. A "
        "phone rings only while the page is open in front and its screen is on.",
    ),
    Text(
        "phone_network",
        "Network",
        "The page is served there and nowhere else. Empty: the network that this computer uses.",
    ),
    Number(
        "phone_port",
        "Port",
        "Part of the address. Phones keep the address, so change it only when another program "
        "needs this port.",
        1024,
        65000,
        1,
        unit="",
        whole=True,
    ),
)
