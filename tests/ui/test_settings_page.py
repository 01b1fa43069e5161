"""The settings page is made from the declarations, and offers nothing that is not possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from aac.model.declared import Choice, Number, Switch, Value
from aac.model.kept import KEPT
from aac.model.settings import BY_KEY, Settings, with_values
from aac.model.tuning_settings import UNSEEN
from aac.model.words import screen_text
from aac.ui.main_window import MainWindow
from aac.ui.text_fields import ListField, TextField, TextsField
from tests.ui import samples
from tests.ui.conftest import BOARDS, VOICES, Show
from tests.ui.filling import enter, field_of, shown_value, write

# All but what Wren keeps for itself.
ON_PAGE = {field.name for field in fields(Settings)} - {
    declared.key for declared in (*KEPT, *UNSEEN)
}

OTHER: Mapping[str, Value] = {
    "switch_keys": ("f1", "f2", "f3", "mouse_left", "a"),
    "switch_map": ("gamepad:0 = 1", "key:f9 = say: Hello"),
    "serial_port": "COM3",
    "people": ("Anna", "Ben"),
    "own_words": ("Zebedee", "Aunt Ida"),
    "removed_words": ("umbrella",),
    "abbreviations": ("omw = I am on my way",),
    "home_board": "quick",
    "spelling_board": "letters",
    "voice": "en-us",
    "cue_voice": "en-us",
    "cue_device": "ear",
    "speech_device": "ear",
    "telephone_device": "ear",
    "relay_url": "http://192.168.1.7/bell",
    "relay_port": "COM3",
    "piper_voice": "/home/anna/anna.onnx",
    "pronunciations": ("siobhan = Shivawn",),
    "paper_folder": "/home/anna/paper",
    "partner_screen": "HDMI-2",
    "phone_network": "eth0",
    "partner_topics": ("Garden", "Chess"),
    **{field.name: "I look up" for field in fields(Settings) if field.name.startswith("passport_")},
}


def other_value(key: str) -> Value:
    """A possible value that is not the usual one."""
    match BY_KEY[key]:
        case Number(low=low, high=high, whole=whole):
            usual = getattr(Settings(), key)
            value = low if usual != low else high
            return int(value) if whole else float(value)
        case Choice(options=options):
            return next(value for value in options if value != getattr(Settings(), key))
        case Switch():
            return not getattr(Settings(), key)
        case _:
            return OTHER[key]


def test_there_is_a_field_for_every_setting_with_its_words(page: MainWindow) -> None:
    assert page.settings.fields.keys() == ON_PAGE
    for key, field in page.settings.fields.items():
        assert field.label.text() == BY_KEY[key].label
        assert field.help.text() == BY_KEY[key].help


def test_every_setting_can_be_changed_and_is_shown_again(
    page: MainWindow, show: Show, qtbot: QtBot
) -> None:
    before, got = Settings(full_screen=False), list[Settings]()
    page.settings.changed.connect(got.append)
    for key in sorted(ON_PAGE - {"stage"}):  # it is looked at first: test_stage_field
        value = other_value(key)
        show(samples.settings_page(settings=before))
        enter(field_of(page, key), value, qtbot)
        assert got[-1] == with_values(before, {key: value}), key

        show(samples.settings_page(settings=before))
        told = len(got)
        show(samples.settings_page(settings=got[-1]))
        assert len(got) == told, f"showing {key} must not change it"
        assert shown_value(field_of(page, key)) == value, key


def test_changes_reach_the_window(page: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.settings_changed) as changed:
        enter(field_of(page, "theme"), "light", qtbot)
    assert changed.args is not None
    assert changed.args[0].theme == "light"


def test_boards_and_voices_are_offered_by_name(page: MainWindow) -> None:
    for key, choices in (("home_board", BOARDS), ("spelling_board", BOARDS), ("voice", VOICES)):
        field = field_of(page, key)
        assert isinstance(field, ListField)
        shown = [field.list.item(row).text() for row in range(field.list.count())]
        assert shown == list(choices.values())


def test_what_can_be_chosen_may_change_while_the_page_is_open(page: MainWindow) -> None:
    field = field_of(page, "cue_device")
    assert isinstance(field, ListField)
    field.list.setCurrentRow(1)
    page.settings.set_choices("cue_device", {"": "The usual one", "a": "A", "ear": "Earphone"})
    shown = [field.list.item(row).text() for row in range(field.list.count())]
    assert shown == ["The usual one", "A", "Earphone"]
    assert field.list.currentRow() == 0, "the setting itself has not changed"


def test_without_choices_a_name_can_be_written(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_view(samples.settings_page())
    field = field_of(window, "piper_voice")
    assert isinstance(field, TextField)
    with qtbot.waitSignal(window.settings.changed) as changed:
        write(field.entry, "en-gb", qtbot)
    assert changed.args is not None
    assert changed.args[0].piper_voice == "en-gb"
    with qtbot.assertNotEmitted(window.settings.changed):
        write(field.entry, "x" * 300, qtbot)
    assert field.entry.text() == "en-gb"


def test_a_switch_key_can_be_emptied_and_keeps_its_line(page: MainWindow, qtbot: QtBot) -> None:
    field = field_of(page, "switch_keys")
    assert isinstance(field, TextsField)
    field.entries[1].clear()
    with qtbot.waitSignal(page.settings.changed) as changed:
        qtbot.keyClick(field.entries[1], Qt.Key.Key_Return)
    assert changed.args is not None
    assert changed.args[0].switch_keys == ("space", "", "", "", "")
    assert not field.entries[1].isHidden()


def test_a_text_that_is_too_long_is_refused(page: MainWindow, qtbot: QtBot) -> None:
    field = field_of(page, "switch_keys")
    assert isinstance(field, TextsField)
    with qtbot.assertNotEmitted(page.settings.changed):
        write(field.entries[0], "x" * 300, qtbot)
    assert field.problem.text() == screen_text("not_valid")
    assert field.entries[0].text() == "space"


def test_a_click_on_a_button_leaves_the_keyboard_alone(page: MainWindow) -> None:
    for button in page.settings.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_all_controls_fit_the_width_of_a_small_screen(page: MainWindow, qtbot: QtBot) -> None:
    page.resize(1024, 600)
    for field in page.settings.fields.values():
        assert field.minimumSizeHint().width() <= 1024 - 220, field.declared.key


def test_a_group_that_is_turned_to_by_keys_is_in_sight(qtbot: QtBot, page: MainWindow) -> None:
    found = page.settings.findChildren(QAbstractButton, "group")
    names = [name for name in found if name.parent() is found[0].parent()]
    assert names[-1].visibleRegion().isEmpty(), "the window is too large for this test"
    names[0].setFocus()
    for name in names[:-1]:
        qtbot.keyClick(name, Qt.Key.Key_Down)
    assert names[-1].visibleRegion().boundingRect() == names[-1].rect()
