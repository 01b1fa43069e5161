"""The parts that decide: requests, allowances, codes, names and networks.  No process, no time."""

from __future__ import annotations

import socket
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.phone.allowance import MOST_KEYS, WINDOW, Allowance
from aac.phone.live import LOOK_LIFE, Looking
from aac.phone.networks import chosen, is_home, networks
from aac.phone.paired import CODE_LIFE, MOST_PHONES, NAME_LIMIT, Code, Phones, plain_line
from aac.phone.request import BODY_LIMIT, BadRequest, read_head

GOOD = b"POST /reply HTTP/1.1\r\nHost: a:1\r\nCookie: x=1; wren=2\r\nContent-Length: 5\r\n\r\n"


def test_a_plain_request_is_read() -> None:
    request = read_head(GOOD)
    assert (request.method, request.path, request.host) == ("POST", "/reply", "a:1")
    assert (request.length, request.cookie("wren"), request.cookie("w")) == (5, "2", "")


@pytest.mark.parametrize(
    "bad",
    [
        b"\r\n\r\n",
        b"GET / HTTP/1.1 x\r\n\r\n",
        b"PUT / HTTP/1.1\r\n\r\n",
        b"GET http://a/ HTTP/1.1\r\n\r\n",
        b"GET /../etc HTTP/2\r\n\r\n",
        b"GET /?a=1 HTTP/1.1\r\n\r\n",
        b"GET /%2e HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: +5\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (BODY_LIMIT + 1),
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X%d: 1\r\n" % n for n in range(60)) + b"\r\n",
    ],
)
def test_what_is_odd_is_refused(bad: bytes) -> None:
    with pytest.raises(BadRequest):
        read_head(bad)


@given(st.binary(max_size=300), st.integers(0, len(GOOD)))
def test_whatever_comes_is_read_or_refused(noise: bytes, at: int) -> None:
    try:
        request = read_head(GOOD[:at] + noise + GOOD[at:])
    except BadRequest:
        return
    assert request.path.startswith("/") and 0 <= request.length <= BODY_LIMIT


def test_a_code_is_over_after_five_minutes() -> None:
    code = Code()
    text = code.new(100.0)
    assert code.fits(text.lower(), 100.0 + CODE_LIFE - 0.1)
    assert not code.fits(text, 100.0 + CODE_LIFE)
    assert not code.over(100.0 + CODE_LIFE - 0.1)
    assert code.over(100.0 + CODE_LIFE)
    assert not code.over(1000.0)  # told once


@given(st.text(max_size=12))
def test_nothing_fits_where_there_is_no_code(tried: str) -> None:
    assert not Code().fits(tried, 0.0)


@pytest.mark.parametrize("tried", ["", "-", "--"])
def test_nothing_fits_when_the_code_was_used_though_its_time_is_not_up(tried: str) -> None:
    code = Code()
    code.new(0.0)
    code.end()
    assert not code.fits(tried, 1.0)


def test_codes_differ() -> None:
    assert len({Code().new(0.0) for _ in range(200)}) == 200


@given(st.text())
def test_a_line_is_one_short_line_that_shows_what_it_says(text: str) -> None:
    line = plain_line(text, NAME_LIMIT)
    assert len(line) <= NAME_LIMIT and line == line.strip()
    assert all(sign.isprintable() or sign == "\u200d" for sign in line)


def test_what_makes_no_sense_in_the_file_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "phones.json"
    phone, token = Phones(file).add("Anna")
    good = f'{{"id": "a", "name": "Ben", "token": "{"0" * 64}"}}'
    file.write_text(f'{{"phones": [3, {{}}, {{"id": 1}}, {good}, {{"id": "b", "name": "c", '
                    f'"token": "short"}}]}}', "utf-8")  # fmt: skip
    assert [each.name for each in Phones(file).all()] == ["Ben"]
    assert Phones(file).find(token) is None and phone.name == "Anna"


def test_no_more_phones_than_can_be_looked_through(tmp_path: Path) -> None:
    phones = Phones(tmp_path / "phones.json")
    tokens = [phones.add(f"{n}")[1] for n in range(MOST_PHONES + 1)]
    assert len(phones.all()) == MOST_PHONES
    assert phones.find(tokens[0]) is None and phones.find(tokens[-1]) is not None


def test_a_phone_that_tells_nothing_any_more_is_not_listed_as_looking() -> None:
    looking = Looking()
    looking.looks("a", 100.0)
    looking.looks("b", 100.0)
    looking.looks("a", 115.0)
    looking.pass_time(100.0 + LOOK_LIFE)
    assert looking.phones() == {"a"}
    looking.look_away("a")
    looking.look_away("nobody")
    assert looking.phones() == set()


def test_an_allowance_comes_back_after_its_minute() -> None:
    allowance = Allowance(each=2, together=3)
    assert [allowance.spend("a", 0.0) for _ in range(3)] == [True, True, False]
    assert allowance.spent("a", 1.0) and not allowance.spent("b", 1.0)
    assert [allowance.spend("b", 1.0) for _ in range(2)] == [True, False]  # three together
    assert allowance.spend("a", WINDOW + 1.0)


def test_an_allowance_remembers_no_endless_list() -> None:
    allowance = Allowance(each=1, together=10**6)
    for n in range(MOST_KEYS * 2):
        allowance.spend(str(n), 0.0)
    assert len(allowance._by) == MOST_KEYS


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "100.64.0.1", "172.32.0.1", "11.0.0.1", "0.0.0.0", "127.0.0.1", "::1", "", "x",
     "192.0.2.1", "255.255.255.255"],
)  # fmt: skip
def test_what_is_no_home_network_is_not_served(address: str) -> None:
    assert not is_home(address)


@pytest.mark.parametrize("address", ["192.168.1.5", "10.0.0.2", "172.16.0.1", "169.254.3.4"])
def test_home_networks_are(address: str) -> None:
    assert is_home(address)


def test_all_addresses_that_are_found_are_of_home_networks() -> None:
    assert all(is_home(address) for address in networks().values())


def test_tunnels_modems_and_what_is_down_are_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    home = {"wlan0", "Ethernet 2"}
    others = {"wwan0", "wwp0s20u4", "Cellular", "tun0", "vEthernet (WSL)", "VMware Network", "eth9"}
    address = SimpleNamespace(family=socket.AF_INET, address="10.0.0.7")
    public = SimpleNamespace(family=socket.AF_INET, address="100.64.0.7")
    found = {name: [public, address] for name in home | others} | {"eth5": [public]}
    up = {name: SimpleNamespace(isup=name != "eth9") for name in found}
    monkeypatch.setattr("psutil.net_if_addrs", lambda: found)
    monkeypatch.setattr("psutil.net_if_stats", lambda: up)
    assert networks() == dict.fromkeys(home, "10.0.0.7")


def test_the_network_that_was_chosen_or_none() -> None:
    there = {"eth0": "192.168.1.5", "wlan0": "10.0.0.2", "usb0": "169.254.1.1"}
    assert chosen("wlan0", there, "192.168.1.5") == "10.0.0.2"
    assert chosen("wlan1", there, "192.168.1.5") is None  # never another one instead
    assert chosen("", there, "10.0.0.2") == "10.0.0.2"
    assert chosen("", {"usb0": "169.254.1.1", "eth0": "192.168.1.5"}, "8.8.8.8") == "192.168.1.5"
    assert chosen("", {}, "8.8.8.8") is None
