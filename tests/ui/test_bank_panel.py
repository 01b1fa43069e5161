"""The page of the recordings: what it shows, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from aac.model.banked import BankView, PhraseRow
from aac.model.banking_words import banking_text
from aac.ui.bank_panel import BankPanel
from aac.ui.main_window import MainWindow
from aac.ui.phrase_list import PHRASE

ROWS = (PhraseRow("Yes."), PhraseRow("No.", "2026-11-23"), PhraseRow("I love you."))
VIEW = BankView(ROWS, told=banking_text("no_phrase"))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[BankPanel]:
    panel = BankPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_bank(VIEW)
    yield panel


def listed(panel: BankPanel) -> list[str]:
    items = panel.phrases.list
    return [items.item(row).data(PHRASE) for row in range(items.count())]


def visible(panel: BankPanel) -> set[str]:
    """The names of the buttons that can be pressed now."""
    names = ("record", "stop", "listen", "keep", "remove", "move_now")
    buttons: dict[str, QPushButton] = {name: getattr(panel, name) for name in names}
    return {name for name, one in buttons.items() if one.isVisible() and one.isEnabled()}


def test_it_stands_on_the_settings_page_above_its_setting(page: MainWindow) -> None:
    buttons = page.settings._groups.buttons()
    names = [button.text() for button in buttons]
    buttons[names.index("My recordings")].click()
    assert page.settings.bank.isVisible()
    field = page.settings.fields["use_recordings"]
    assert field.isVisible() and field.mapTo(page, field.pos()).y() > 0


def test_coming_and_going_is_told(panel: BankPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.looked_at, check_params_cb=lambda seen: not seen):
        panel.hide()
    with qtbot.waitSignal(panel.looked_at, check_params_cb=lambda seen: bool(seen)):
        panel.show()


def test_what_is_still_to_record_is_listed_and_all_with_those_first(panel: BankPanel) -> None:
    assert listed(panel) == ["Yes.", "I love you."]
    assert "2" in panel.phrases.only_missing.text() and "3" in panel.phrases.every.text()
    panel.phrases.every.click()
    assert listed(panel) == ["Yes.", "I love you.", "No."]
    spoken = panel.phrases.list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"No., {banking_text('has')}"


def test_a_phrase_is_found_by_a_part_of_it_and_a_new_one_stands_first(panel: BankPanel) -> None:
    panel.phrases.search.setText("LOVE")
    assert listed(panel) == ["LOVE", "I love you."]
    panel.phrases.search.setText("i love you")
    assert listed(panel) == ["I love you."]
    panel.phrases.search.setText("no")  # is recorded, and so no new one
    assert listed(panel) == []


def test_what_is_chosen_is_in_sight(panel: BankPanel) -> None:
    many = tuple(PhraseRow(f"Phrase {number}") for number in range(200))
    panel.show_bank(replace(VIEW, rows=many, phrase="Phrase 150"))
    chosen = panel.phrases.list.currentItem()
    assert chosen.data(PHRASE) == "Phrase 150"
    assert panel.phrases.list.viewport().rect().contains(panel.phrases.list.visualItemRect(chosen))


def test_enter_chooses_what_was_written(panel: BankPanel, qtbot: QtBot) -> None:
    panel.phrases.search.setText("A loud laugh")
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.phrases.search, Qt.Key.Key_Return)
    assert chosen.args == ["A loud laugh"]


def test_only_what_makes_sense_can_be_pressed(panel: BankPanel) -> None:
    assert visible(panel) == set()
    new = replace(VIEW, phrase="Yes.")
    for view, pressed in (
        (new, {"record"}),
        (replace(new, doing="opening"), set()),
        (replace(new, doing="recording"), {"stop"}),
        (replace(new, take=True), {"record", "listen", "keep"}),
        (replace(new, take=True, doing="listening"), {"stop", "keep"}),
        (replace(new, made="2026-11-23"), {"record", "listen", "remove", "move_now"}),
        (replace(new, made="2026-11-23", take=True), {"record", "listen", "keep"}),
    ):
        panel.show_bank(view)
        assert visible(panel) == pressed, view


def test_the_meter_moves_while_recording_only(panel: BankPanel) -> None:
    panel.show_bank(replace(VIEW, phrase="Yes.", doing="recording"))
    panel.show_level(-20.0)
    assert "-20 dB" in panel.meter.words
    loud = panel.grab().toImage()
    panel.show_level(-50.0)
    assert panel.grab().toImage() != loud
    panel.show_bank(replace(VIEW, phrase="Yes.", take=True))
    assert panel.meter.words == banking_text("meter_off")


def test_after_keeping_the_next_one_below_follows(panel: BankPanel) -> None:
    assert panel.phrases.next_after("Yes.") == "I love you."
    assert panel.phrases.next_after("I love you.") == "Yes."
    assert panel.phrases.next_after("Sigh") == "Sigh"
    panel.phrases.every.click()
    assert panel.phrases.next_after("Yes.") == "Yes."


def test_other_words_are_asked_for(panel: BankPanel, qtbot: QtBot) -> None:
    panel.show_bank(replace(VIEW, phrase="No.", made="2026-11-23"))
    panel.words.setText(" Not now ")
    with qtbot.waitSignal(panel.move_asked) as asked:
        panel.move_now.click()
    assert asked.args == ["Not now"] and panel.words.text() == ""


def test_a_folder_is_chosen_within_the_page(panel: BankPanel, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "voices").mkdir()
    row = panel.folder
    row.path.setText(str(tmp_path))
    row.choose.click()
    assert row.list.isVisible()
    row.list.itemClicked.emit(row.list.item(1))
    with qtbot.waitSignal(panel.import_asked) as asked:
        row.bring.click()
    assert asked.args == [str(tmp_path / "voices")]
    assert not row.list.isVisible()
    with qtbot.waitSignal(panel.export_asked):
        row.give.click()


def test_one_folder_at_a_time_and_what_came_of_it(panel: BankPanel) -> None:
    panel.show_bank(replace(VIEW, busy=True, told_of_folder="Working …"))
    assert not panel.folder.bring.isEnabled() and panel.folder.told.isVisible()
    panel.show_bank(replace(VIEW, told_of_folder="Done <b>&"))
    assert panel.folder.bring.isEnabled() and panel.folder.told.text() == "Done <b>&"


def test_no_button_takes_the_keyboard_by_a_click(panel: BankPanel) -> None:
    for button in panel.findChildren(QPushButton):
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
