"""The Paper page of the settings: what it asks for, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from aac.ui.main_window import MainWindow
from aac.ui.paper_panel import PaperPanel


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[PaperPanel]:
    panel = PaperPanel({"letters": "Letters", "quick": "Quick", "pain": "Pain"})
    qtbot.addWidget(panel)
    panel.show()
    yield panel


def test_it_stands_on_the_settings_page_with_its_group(page: MainWindow) -> None:
    names = [button.text() for button in page.settings._groups.buttons()]
    assert "Paper" in names
    page.settings._groups.buttons()[names.index("Paper")].click()
    assert page.settings.paper.isVisible()
    assert page.settings.fields["passport_yes"].isVisible()


def test_looking_at_it_is_told(qtbot: QtBot) -> None:
    panel = PaperPanel({})
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.seen):
        panel.show()


def test_the_buttons_ask_for_the_pack_or_for_single_files_with_the_chosen_boards(
    panel: PaperPanel,
) -> None:
    asked: list[tuple[str, ...]] = []
    panel.wanted.connect(asked.append)
    panel.boards.item(1).setSelected(True)
    panel.boards.item(2).setSelected(True)
    panel.pack.click()
    assert not panel.pack.isEnabled()  # one at a time
    panel.show_made(["/a/b.pdf"], 12, "/a")
    panel.singly.click()
    assert asked == [
        ("all", "--board=quick", "--board=pain", "--pack"),
        ("all", "--board=quick", "--board=pain"),
    ]


def test_only_what_is_out_of_date_is_asked_for(panel: PaperPanel) -> None:
    asked: list[tuple[str, ...]] = []
    panel.wanted.connect(asked.append)
    assert not panel.only_old.isVisible()
    old = {"alphabet": "Letters", "board:my-own": "Mine", "board:gone": "Gone"}
    panel.show_state(True, old, {"board:gone"})
    assert all(title in panel.state.text() for title in old.values())
    panel.only_old.click()
    assert asked == [("alphabet", "--board=my-own")]


def test_a_copy_that_cannot_be_printed_anew_is_told_without_a_button(panel: PaperPanel) -> None:
    panel.show_state(True, {"board:gone": "Gone"}, {"board:gone"})
    assert "Gone" in panel.state.text() and not panel.only_old.isVisible()


def test_it_says_whether_anything_is_on_paper(panel: PaperPanel) -> None:
    panel.show_state(False, {})
    never = panel.state.text()
    panel.show_state(True, {})
    assert panel.state.text() != never


def test_it_says_where_the_pdf_is_and_offers_to_open_it(panel: PaperPanel, qtbot: QtBot) -> None:
    assert not panel.open.isVisible()
    panel.show_made(["/home/anna/wren.pdf"], 14, "/home/anna")
    assert "/home/anna/wren.pdf" in panel.told.text() and "14" in panel.told.text()
    with qtbot.waitSignal(panel.open_asked):
        panel.open.click()
    panel.show_made(["/home/anna/a.pdf", "/home/anna/b.pdf"], 3, "/home/anna")
    assert "2 files" in panel.told.text() and "/home/anna" in panel.told.text()


def test_after_a_failure_it_can_be_tried_again(panel: PaperPanel) -> None:
    panel.pack.click()
    panel.show_failed("The folder cannot be written to.")
    assert "The folder cannot be written to." in panel.told.text()
    assert panel.pack.isEnabled() and not panel.open.isVisible()
