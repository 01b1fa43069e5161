"""Wren's side of the phones: the process comes and goes with the setting, and gets no more than
others may see."""

from __future__ import annotations

import http.client
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic, time
from urllib.parse import urlencode

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from pytestqt.qtbot import QtBot

from aac.model.events import Event, Noticed
from aac.model.partner import PartnerView, PhoneReplied, SomebodyComes
from aac.model.settings import Settings
from aac.model.view import Page, View
from aac.phone_shown import BOARD, PAIR_BOARD
from aac.phoning import Phoning
from aac.shelf import open_shelf
from aac.ui.cell_button import CellButton
from aac.ui.main_window import MainWindow
from tests.ui import samples

PATIENCE = 20_000  # milliseconds; only a failure waits so long


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    made.resize(1366, 768)
    made.show()
    yield made
    made.hide()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def posted() -> list[Event]:
    return []


@pytest.fixture
def phoning(window: MainWindow, posted: list[Event], tmp_path: Path) -> Iterator[Phoning]:
    made = Phoning(window, posted.append, tmp_path / "phones.json", lambda line: None, own=True)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, View]:
    library = open_shelf(tmp_path_factory.mktemp("boards"), Settings())
    view = replace(samples.spelling(), words=(), letters=(), page=Page.BOARD)
    return {name: replace(view, board=library.boards.get(name)) for name in (BOARD, PAIR_BOARD)}


def port() -> int:
    """Another for each worker of the tests."""
    return 19737 + 50 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


def on(view: View, **shown: object) -> View:
    settings = replace(Settings(), phone=True, phone_port=port(), full_screen=False)
    return replace(view, settings=settings, partner=PartnerView(**shown))  # type: ignore[arg-type]


def paired(phoning: Phoning, window: MainWindow, qtbot: QtBot) -> str:
    """Connect a phone with the code that is shown; its cookie."""
    qtbot.waitUntil(lambda: bool(phoning.at), timeout=PATIENCE)
    phoning.new_code()
    panel = window.settings.phone
    qtbot.waitUntil(lambda: "/pair/" in panel.told.text(), timeout=PATIENCE)
    path = panel.told.text().splitlines()[1].removeprefix(phoning.at)
    answer = asked(phoning, "POST", path, urlencode({"name": "Anna"}),
                   "application/x-www-form-urlencoded")  # fmt: skip
    assert answer.status == 303
    return answer.getheader("Set-Cookie", "").partition(";")[0]


def asked(
    phoning: Phoning, method: str, path: str, body: str = "", kind: str = "", cookie: str = ""
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(phoning.at, timeout=20)
    headers = {"Origin": f"http://{phoning.at}", "Content-Type": kind, "Cookie": cookie}
    connection.request(method, path, body or None, headers)
    return connection.getresponse()


def test_while_it_is_off_there_is_no_process(phoning: Phoning) -> None:
    phoning.follow(samples.spelling())
    assert phoning.pid == 0
    assert "off" in phoning_state(phoning)


def phoning_state(phoning: Phoning) -> str:
    window: MainWindow = phoning._window
    return window.settings.phone.state.text()


def test_turned_off_nothing_is_served_any_more(
    phoning: Phoning, window: MainWindow, qtbot: QtBot
) -> None:
    phoning.follow(on(samples.spelling()))
    cookie = paired(phoning, window, qtbot)
    assert asked(phoning, "GET", "/", cookie=cookie).status == 200
    at, pid = phoning.at, phoning.pid
    phoning.follow(samples.spelling())
    assert phoning.pid == 0 and not psutil.pid_exists(pid)
    with pytest.raises(OSError):
        http.client.HTTPConnection(at, timeout=5).request("GET", "/")


def test_phones_get_what_others_may_see_and_send_back(
    phoning: Phoning, window: MainWindow, posted: list[Event], qtbot: QtBot
) -> None:
    view = on(samples.spelling(), said="Hello.", calling=True, call="Please come.")
    view = replace(view, message="not yet spoken")
    phoning.follow(view)
    cookie = paired(phoning, window, qtbot)
    stream = asked(phoning, "GET", "/live", cookie=cookie)
    while not (line := stream.readline()).startswith(b"data: {"):
        pass
    assert b"Hello." in line and b"Please come." in line and b"not yet" not in line
    posted.clear()
    kind = "application/json"
    assert asked(phoning, "POST", "/coming", "{}", kind, cookie).status == 204
    assert asked(phoning, "POST", "/reply", '{"text": "At five"}', kind, cookie).status == 204
    reply = PhoneReplied("Anna", "At five")
    qtbot.waitUntil(lambda: reply in posted, timeout=PATIENCE)
    assert SomebodyComes() in posted
    assert any(isinstance(event, Noticed) and "Anna" in event.notice.detail for event in posted)
    stream.close()


def test_phones_get_the_time_of_day_of_what_was_said(
    phoning: Phoning, window: MainWindow, qtbot: QtBot
) -> None:
    before = time() - 3600
    phoning.follow(on(samples.spelling(), said="Hello.", said_at=monotonic() - 3600))
    cookie = paired(phoning, window, qtbot)
    stream = asked(phoning, "GET", "/live", cookie=cookie)
    while not (line := stream.readline()).startswith(b"data: {"):
        pass
    assert before - 1 <= json.loads(line[6:])["said_at"] <= time() - 3600 + 1
    stream.close()


def test_without_a_call_nobody_comes(phoning: Phoning, posted: list[Event]) -> None:
    phoning.follow(replace(samples.spelling(), partner=PartnerView()))
    phoning.take({"coming": "Anna"})
    assert posted == []


def test_a_process_that_dies_comes_back_and_knows_its_phones(
    phoning: Phoning, window: MainWindow, qtbot: QtBot
) -> None:
    phoning.follow(on(samples.spelling(), said="Hello."))
    cookie = paired(phoning, window, qtbot)
    pid = phoning.pid
    psutil.Process(pid).kill()
    qtbot.waitUntil(lambda: phoning.pid not in (0, pid) and bool(phoning.at), timeout=PATIENCE)
    stream = asked(phoning, "GET", "/live", cookie=cookie)
    while b"Hello." not in stream.readline():
        pass
    stream.close()


def test_the_board_shows_the_code_below_its_cells(
    phoning: Phoning, window: MainWindow, boards: dict[str, View], qtbot: QtBot
) -> None:
    view = on(boards[PAIR_BOARD])
    window.show_view(view)
    phoning.follow(view)
    card = lambda: phoning.shown.card  # noqa: E731  # made when it is shown
    qtbot.waitUntil(lambda: card() is not None and card().code.isVisible(), timeout=PATIENCE)
    cells = [cell for cell in window.board.grid.findChildren(CellButton) if cell.cell is not None]
    assert len(cells) == 4
    for cell in cells:
        place = QRect(cell.mapTo(window.board, QPoint()), cell.size())
        assert not place.intersects(card().geometry())
    assert card().code.width() >= 29 * 5
    qtbot.wait(50)
    keep_picture(window, "pair-board")


def test_the_board_shows_the_reply(
    phoning: Phoning, window: MainWindow, boards: dict[str, View], qtbot: QtBot
) -> None:
    replies = (PhoneReplied("Anna", "Back at five. " * 14), PhoneReplied("Ben", "Hi"))
    view = replace(boards[BOARD], replies=replies)
    window.show_view(view)
    phoning.follow(view)
    card = phoning.shown.card
    assert card is not None and card.isVisible()
    assert "Anna: Back at five." in card.text.text() and "1 more" in card.text.text()
    keep_picture(window, "reply-board")
    phoning.follow(samples.spelling())
    assert not card.isVisible()


def test_the_settings_page_shows_the_code_and_forgets_a_phone(
    phoning: Phoning, window: MainWindow, qtbot: QtBot
) -> None:
    view = replace(on(samples.settings_page()), page=Page.SETTINGS)
    window.show_view(view)
    phoning.follow(view)
    cookie = paired(phoning, window, qtbot)
    panel = window.settings.phone
    qtbot.waitUntil(lambda: len(panel.phones) == 1, timeout=PATIENCE)
    phoning.new_code()
    qtbot.waitUntil(lambda: "/pair/" in panel.told.text(), timeout=PATIENCE)
    groups = {button.text(): button for button in window.settings._groups.buttons()}
    groups["Phone"].click()
    qtbot.wait(50)
    keep_picture(window, "settings")
    panel.forgotten.emit(_id(phoning))
    qtbot.waitUntil(lambda: panel.phones == [], timeout=PATIENCE)
    assert asked(phoning, "GET", "/", cookie=cookie).status == 404


def _id(phoning: Phoning) -> str:
    return str(json.loads(phoning._file.read_text("utf-8"))["phones"][0]["id"])


def keep_picture(window: MainWindow, name: str) -> None:
    """For somebody who wants to look: into the folder that WREN_PICTURES names."""
    if folder := os.environ.get("WREN_PICTURES"):
        window.grab().save(str(Path(folder) / f"{name}.png"))
