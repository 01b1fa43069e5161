"""The page in its real process: pairing, what is live, and who is not let in."""

from __future__ import annotations

import json
import random
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.phone.conftest import Served, seen

SECRET = "Tell nobody about the blue heron"


def test_a_code_connects_one_phone_and_no_second(served: Served) -> None:
    code = served.code()
    page = served.ask("GET", code)
    assert page.status == 200 and b"Connect this phone" in page.read()
    assert served.ask("GET", code).status == 200  # looking does not use it up
    cookie = served.pair("Anna", code)
    assert served.told("paired") == "Anna"
    assert served.ask("GET", code).status == 404
    answer = served.ask("POST", code, "name=Eve", **served.form())
    assert answer.status == 404 and not answer.getheader("Set-Cookie")
    assert served.ask("GET", "/", Cookie=cookie).status == 200


def test_a_code_may_be_typed_in_small_letters_and_without_the_line(served: Served) -> None:
    code = served.code()
    assert served.ask("GET", "/pair/" + code[6:].replace("-", "").lower()).status == 200


def test_a_new_code_ends_the_one_before(served: Served) -> None:
    before = served.code()
    after = served.code()
    assert served.ask("GET", before).status == 404
    assert served.ask("GET", after).status == 200


def test_what_is_shown_comes_at_once_and_live(served: Served) -> None:
    stream = served.live(served.pair())
    served.tell(view={"said": "Hello.", "calling": False})
    while seen(stream).get("said") != "Hello.":
        pass
    served.tell(view={"said": "Hello.", "calling": True, "call": "Please come."})
    assert seen(stream) == {"said": "Hello.", "calling": True, "call": "Please come."}
    late = served.live(served.pair("Ben"))
    assert seen(late)["call"] == "Please come."


def test_what_a_phone_sends_reaches_wren(served: Served) -> None:
    cookie = served.pair("Anna")
    assert served.post("/coming", {}, cookie) == 204
    assert served.told("coming") == "Anna"
    assert (
        served.post("/reply", {"text": "  Back at\u202e five,\n <b>dear</b> \x07"}, cookie) == 204
    )
    assert served.told("reply") == "Back at five, <b>dear</b>"


def test_a_reply_has_at_most_two_hundred_letters(served: Served) -> None:
    assert served.post("/reply", {"text": "x" * 500}, served.pair()) == 204
    assert served.told("reply") == "x" * 200


@pytest.mark.parametrize("told", [{"text": ""}, {"text": " \n"}, {"text": 5}, {}, [], "text", None])
def test_a_reply_that_is_none_is_refused(served: Served, told: object) -> None:
    assert served.post("/reply", told, served.pair()) == 400
    assert served.silent("reply")


def test_a_phone_cannot_flood_the_screen(served: Served) -> None:
    cookie = served.pair()
    statuses = [served.post("/reply", {"text": f"{n}"}, cookie) for n in range(15)]
    assert statuses == [204] * 10 + [429] * 5


@pytest.mark.parametrize("path", ["/", "/live", "/coming", "/pair/", "/pair/22222-22222", "/x"])
def test_a_stranger_gets_nothing_and_is_told_nothing(served: Served, path: str) -> None:
    assert served.code()
    for cookie in ("", "wren_phone=", "wren_phone=wrong", "other=1"):
        answer = served.ask("GET", path, Cookie=cookie)
        assert (answer.status, answer.read()) == (404, b"")
        assert not answer.getheader("Set-Cookie") and not answer.getheader("Server")


def test_before_a_code_is_asked_for_none_is_good(served: Served) -> None:
    assert served.address
    for tried in ("", "-", "0"):
        assert served.ask("GET", f"/pair/{tried}").status == 404


def test_who_guesses_is_soon_not_answered(served: Served) -> None:
    code, statuses = served.code(), []
    for _ in range(25):
        try:
            statuses.append(served.ask("GET", "/pair/22222-22222").status)
        except OSError:
            statuses.append(0)
    assert statuses == [404] * 20 + [0] * 5
    with pytest.raises(OSError):  # not even the right one, for a minute
        served.ask("GET", code)


def test_a_phone_goes_on_while_somebody_guesses(served: Served) -> None:
    cookie = served.pair()
    test_who_guesses_is_soon_not_answered(served)
    assert served.ask("GET", "/", Cookie=cookie).status == 200


def test_only_a_page_of_ours_may_send(served: Served) -> None:
    cookie = served.pair()
    ours, json_kind = f"http://{served.host}", "application/json"
    for headers in (
        {"Content_Type": json_kind},
        {"Origin": "null", "Content_Type": json_kind},
        {"Origin": "http://evil.example", "Content_Type": json_kind},
        {"Origin": f"https://{served.host}", "Content_Type": json_kind},
        {"Origin": ours, "Content_Type": "text/plain"},
        {"Origin": ours, "Content_Type": json_kind, "Sec_Fetch_Site": "cross-site"},
        {"Origin": ours, "Content_Type": json_kind, "Host": "evil.example"},
    ):
        assert served.ask("POST", "/coming", "{}", Cookie=cookie, **headers).status == 404
    assert served.silent("coming")


@pytest.mark.parametrize("host", ["evil.example", "localhost:18737", "127.0.0.1", ""])
def test_a_name_that_was_made_to_point_here_is_no_way_in(served: Served, host: str) -> None:
    cookie = served.pair()
    assert served.ask("GET", "/", Cookie=cookie, Host=host).status == 404
    assert served.ask("GET", "/live", Cookie=cookie, Host=host).status == 404


def test_a_page_from_elsewhere_cannot_pair_behind_somebodys_back(served: Served) -> None:
    code = served.code()
    headers = {**served.form(), "Origin": "http://evil.example"}
    assert served.ask("POST", code, "name=Eve", **headers).status == 404
    assert served.pair("Anna", code)


def test_the_headers_keep_the_page_to_itself(served: Served) -> None:
    code = served.code()
    answer = served.ask("POST", code, urlencode({"name": "A"}), **served.form())
    cookie = answer.getheader("Set-Cookie", "")
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    page = served.ask("GET", "/", Cookie=cookie.partition(";")[0])
    policy = page.getheader("Content-Security-Policy", "")
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert page.getheader("Cache-Control") == "no-store"
    text = page.read().decode()
    assert "{{" not in text and "http://" not in text and "https://" not in text


def test_the_token_is_kept_only_hashed_and_is_known_after_a_restart(
    served: Served, tmp_path: Path, port: int
) -> None:
    cookie = served.pair("Anna")
    written = served.file.read_text("utf-8")
    assert cookie.partition("=")[2] not in written and "Anna" in written
    served.stop()
    again = Served(tmp_path, port + 20)
    try:
        assert again.ask("GET", "/", Cookie=cookie).status == 200
    finally:
        again.stop()


def test_a_forgotten_phone_is_cut_at_once_and_stays_out(served: Served) -> None:
    cookie, other = served.pair("Anna"), served.pair("Ben")
    stream, kept = served.live(cookie), served.live(other)
    seen(stream), seen(kept)
    served.tell(forget=json.loads(served.file.read_text("utf-8"))["phones"][0]["id"])
    lines = iter(lambda: _line(stream), b"")
    assert all(b"secret" not in line for line in islice(lines, 8))
    assert _line(stream) == b""  # it was cut, and sends no more signs of life
    assert served.ask("GET", "/", Cookie=cookie).status == 404
    served.tell(view={"said": "secret"})
    assert seen(kept) == {"said": "secret"}
    files = served.file.parent.glob("phones.json*")
    assert all("Anna" not in file.read_text("utf-8") for file in files)


def _line(stream: object) -> bytes:
    try:
        return stream.readline()  # type: ignore[attr-defined, no-any-return]
    except OSError:
        return b""


def test_a_phone_looks_when_its_page_says_so_and_until_it_closes(served: Served) -> None:
    cookie = served.pair("Anna")
    assert served.post("/here", {}, cookie) == 204  # without an open page it means nothing
    stream = served.live(cookie)
    seen(stream)
    assert not served.told("phones")[0]["here"]  # told when it was connected
    assert served.silent("phones")
    assert served.post("/here", {}, cookie) == 204
    assert served.told("phones")[0]["here"]
    assert served.post("/here", {}, cookie) == 204
    assert served.silent("phones")  # no news
    stream.close()
    assert not served.told("phones")[0]["here"]


def test_a_stranger_looks_at_nothing(served: Served) -> None:
    assert served.post("/here", {}, "wren_phone=x") == 404


def test_twenty_phones_at_once_see_the_same(served: Served) -> None:
    cookies = [served.pair(f"Phone {n}") for n in range(20)]
    with ThreadPoolExecutor(20) as pool:
        streams = list(pool.map(served.live, cookies))
        for stream in streams:
            seen(stream)
        served.tell(view={"said": "All of you."})
        views = list(pool.map(seen, streams))
    assert views == [{"said": "All of you."}] * 20


def test_slow_clients_hold_nobody_up_and_are_let_go(served: Served) -> None:
    slow = [socket.create_connection(served.address, timeout=20) for _ in range(15)]
    for each in slow:
        each.sendall(b"GET / HTTP/1.1\r\nHost: ")
    stream = served.live(served.pair())
    served.tell(view={"said": "Still here."})
    while seen(stream).get("said") != "Still here.":
        pass
    began = time.monotonic()
    assert [each.recv(10) if _waits(each) else b"" for each in slow] == [b""] * 15
    assert time.monotonic() - began < 19  # they were ended, not waited for
    for each in slow:
        each.close()


def _waits(connection: socket.socket) -> bool:
    try:
        return bool(connection.recv(1, socket.MSG_PEEK))
    except ConnectionResetError:
        return False


def test_one_address_has_only_so_many_connections(served: Served) -> None:
    held = [socket.create_connection(served.address, timeout=20) for _ in range(60)]
    held[0].sendall(b"GET /")
    ended = 0
    for each in held[50:]:
        ended += not _waits(each)
    assert ended == 10
    for each in held:
        each.close()


def test_a_phone_that_does_not_read_hears_no_less_afterwards_and_stops_nobody(
    served: Served,
) -> None:
    deaf = socket.create_connection(served.address, timeout=20)
    cookie = served.pair("Deaf")
    deaf.sendall(f"GET /live HTTP/1.1\r\nHost: {served.host}\r\nCookie: {cookie}\r\n\r\n".encode())
    stream = served.live(served.pair("Ben"))
    seen(stream)
    for n in range(300):
        served.tell(view={"said": f"{n} " + "x" * 5000})
    while not seen(stream).get("said", "").startswith("299 "):
        pass
    deaf.close()


def test_nothing_that_is_said_is_written_anywhere(served: Served) -> None:
    cookie = served.pair()
    stream = served.live(cookie)
    served.tell(view={"said": SECRET})
    while seen(stream).get("said") != SECRET:
        pass
    assert served.post("/reply", {"text": SECRET}, cookie) == 204
    assert served.told("reply") == SECRET
    for file in served.file.parent.iterdir():
        assert "heron" not in file.read_text("utf-8", "replace")


def test_a_port_that_is_taken_gives_the_next(served: Served, tmp_path: Path, port: int) -> None:
    assert served.address[1] == port
    (tmp_path / "other").mkdir()
    other = Served(tmp_path / "other", port)
    try:
        assert other.address[1] == port + 1
    finally:
        other.stop()


def test_without_such_a_network_nothing_is_served(tmp_path: Path, port: int) -> None:
    made = Served(tmp_path, port, network="no such network", own=False)
    try:
        assert made.told("problem") == "no-network"
        made.tell(pair=True)
        assert made.silent("code")
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=5)
    finally:
        made.stop()


def test_noise_is_answered_by_nothing_and_stops_nobody(served: Served) -> None:
    """Odd requests of every kind, from one process to the same one; it goes on serving."""
    cookie = served.pair()
    pid = served.process.pid
    chance = random.Random(7)
    good = f"POST /reply HTTP/1.1\r\nHost: {served.host}\r\nCookie: {cookie}\r\n".encode()
    noises = [b"\0" * 100, b"\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"a" * 20000, b"\x16\x03\x01" * 9,
              good + b"Content-Length: 4000\r\n\r\nshort", good + b"Content-Length: 99999\r\n\r\n",
              good + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"]  # fmt: skip
    noises += [chance.randbytes(chance.randrange(1, 400)) + b"\r\n\r\n" for _ in range(60)]
    for noise in noises:
        with socket.create_connection(served.address, timeout=20) as connection:
            try:
                connection.sendall(noise)
                connection.shutdown(socket.SHUT_WR)
                answer = connection.recv(100)
            except OSError:
                answer = b""
        assert answer == b"" or answer.startswith(b"HTTP/1.1 404 "), noise[:50]
    assert served.ask("GET", "/", Cookie=cookie).status == 200
    assert served.process.poll() is None and served.process.pid == pid
    assert served.silent("reply")
