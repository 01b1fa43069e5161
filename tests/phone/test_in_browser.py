"""The page in a real browser: connecting, what is live, the bell, a reply, a lost connection."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("websockets", reason="drives the browser")

from tests.phone.browser import Browser, Phone, found  # noqa: E402  # needs websockets
from tests.phone.conftest import Served  # noqa: E402

pytestmark = pytest.mark.skipif(found() is None, reason="there is no Chromium here")
PICTURES = os.environ.get("WREN_PICTURES", "")  # a folder, for somebody who wants to look
VIEW = {
    "state": "finished", "state_text": "Finished. Listening.", "said": "I would like some tea.",
    "answer_text": "", "draft": "", "calling": False, "alarm": False, "call": "",
    "card": ["My yes: I look up", "Please guess my words."], "topic": "plans", "letters": "TG",
    "remark": "", "resting": False, "said_at": 1_700_000_000 + 100 * 86_400,
}  # fmt: skip
CALL = {**VIEW, "state_text": "Calling", "calling": True, "call": "Please come. I need help."}

NewPhone = Callable[..., Phone]


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[NewPhone]:
    browser = Browser(tmp_path)
    yield lambda **how: Phone(browser, **how)
    browser.stop()


def connected(served: Served, phone: Phone, name: str = "Anna") -> None:
    phone.open(f"http://{served.host}{served.code()}")
    phone.run(f"document.getElementById('name').value = '{name}'")
    phone.run("document.forms[0].requestSubmit()")
    assert served.told("paired") == name
    phone.wait("location.pathname == '/' && document.getElementById('state') != null")


def picture(phone: Phone, name: str) -> None:
    if PICTURES:
        phone.picture(Path(PICTURES) / f"{name}.png")


def test_a_phone_connects_and_sees_what_is_said(served: Served, phone: NewPhone) -> None:
    one = phone()
    one.open(f"http://{served.host}{served.code()}")
    picture(one, "pair")
    connected(served, one)
    served.tell(view=VIEW)
    one.wait("document.getElementById('said').innerText == 'I would like some tea.'")
    assert one.text("state") == "Finished. Listening."
    assert one.text("topic") == "We talk about: plans"
    assert "Please guess my words." in one.text("card")
    assert one.text("said-at").startswith("Said: ") and "February" in one.text("said-at")
    while not served.told("phones")[0]["here"]:  # it says so once it is seen
        pass
    picture(one, "live")
    served.tell(view={**VIEW, "said": "<img src=x onerror=document.title=1>", "draft": "So"})
    one.wait("document.getElementById('said').innerText.startsWith('<img')")
    assert one.run("document.images.length") == 0
    assert one.text("draft") == "So far: So"
    assert one.run("document.documentElement.scrollWidth") <= 390
    assert one.run("document.cookie") == ""  # no script sees the token
    assert one.complaints == []


def test_it_rings_on_a_call_and_the_answer_reaches_wren(served: Served, phone: NewPhone) -> None:
    one = phone(dark=True)
    connected(served, one)
    served.tell(view=VIEW)
    one.wait("document.getElementById('said').innerText != ''")
    one.run("document.getElementById('ring').click()")
    served.tell(view=CALL)
    one.wait("document.documentElement.dataset.ringing == 'loud'")
    assert one.text("call-text") == "Please come. I need help."
    assert ("button", "I’m coming") in one.spoken()
    assert any(role == "alert" for role, _ in one.spoken())
    picture(one, "call-dark")
    one.run("document.getElementById('coming').click()")
    assert served.told("coming") == "Anna"
    served.tell(view=VIEW)
    one.wait("document.documentElement.dataset.ringing == 'no'")
    one.wait("document.getElementById('call').hidden")


def test_before_a_tap_it_rings_without_sound_and_asks_for_the_tap(
    served: Served, phone: NewPhone
) -> None:
    one = phone()
    connected(served, one)
    served.tell(view=CALL)
    one.wait("document.documentElement.dataset.ringing == 'silent'")
    assert one.text("ring") == "Let this phone ring"
    picture(one, "call")


def test_a_call_that_becomes_an_alarm_and_sound_that_is_taken_away(
    served: Served, phone: NewPhone
) -> None:
    one = phone()
    connected(served, one)
    one.run("""AudioContext = class extends AudioContext {
        constructor() { super(); globalThis.kept = this; } }""")
    one.run("document.getElementById('ring').click()")
    one.wait("document.getElementById('ring').innerText == 'Try the ring'")
    served.tell(view=CALL)
    one.wait("document.documentElement.dataset.ringing == 'loud'")
    one.run("kept.suspend()")
    one.wait("document.getElementById('ringing').innerText.startsWith('The phone has taken')")
    assert one.text("ring") == "Let this phone ring"


def test_a_reply_is_sent(served: Served, phone: NewPhone) -> None:
    one = phone()
    connected(served, one)
    one.run("document.getElementById('text').value = 'Back at five'")
    one.run("document.getElementById('reply').requestSubmit()")
    assert served.told("reply") == "Back at five"
    one.wait("document.getElementById('sent').innerText.startsWith('Sent')")


def test_it_says_that_the_connection_is_lost_and_finds_it_again(
    served: Served, phone: NewPhone, tmp_path: Path, port: int
) -> None:
    one = phone()
    connected(served, one)
    served.tell(view=VIEW)
    one.wait("document.getElementById('said').innerText != ''")
    served.stop()
    one.wait("document.getElementById('lost').innerText.startsWith('No connection')")
    assert "Last heard: " in one.text("lost")
    picture(one, "lost")
    again = Served(tmp_path, port)
    try:
        again.tell(view={**VIEW, "said": "Here again."})
        one.wait("document.getElementById('said').innerText == 'Here again.'")
        assert one.text("lost") == ""
    finally:
        again.stop()


def test_a_forgotten_phone_shows_nothing_any_more(served: Served, phone: NewPhone) -> None:
    one = phone()
    connected(served, one)
    served.tell(view=CALL)
    one.wait("!document.getElementById('call').hidden")
    (known,) = served.told("phones")
    served.tell(forget=known["id"])
    one.wait("document.getElementById('lost').innerText.startsWith('This phone is no longer')")
    assert one.text("said") == ""
    assert one.run("document.documentElement.dataset.ringing") == "no"


def test_with_a_wrong_secret_there_is_nothing_to_see(served: Served, phone: NewPhone) -> None:
    one = phone()
    served.code()
    one.open(f"http://{served.host}/pair/22222-22222")
    assert one.run("document.title") != "Wren, for the family"
    assert one.run("document.forms.length") == 0


def test_twenty_phones_at_once_show_the_same(served: Served, phone: NewPhone) -> None:
    phones = [phone() for _ in range(20)]
    for number, each in enumerate(phones):
        connected(served, each, f"Phone {number}")
    served.tell(view=VIEW)
    for each in phones:
        each.wait("document.getElementById('said').innerText == 'I would like some tea.'")
    served.tell(view=CALL)
    for each in phones:
        each.wait("document.body.innerText.includes('Please come. I need help.')")
    served.tell(view={**VIEW, "said": "Thank you all."})
    for each in phones:
        each.wait("document.getElementById('said').innerText == 'Thank you all.'")
    assert not phones[0].complaints
