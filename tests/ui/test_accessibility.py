"""A screen reader sees every cell by name and can press it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from aac.model.words import screen_text
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import cells_in_sight


def tree(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader can see in ``widget``."""
    todo = [QAccessible.queryAccessibleInterface(widget)]
    while todo:
        node = todo.pop()
        if node.state().invisible:
            continue
        yield node
        todo += [node.child(place) for place in range(node.childCount())]


def names(widget: QWidget, role: QAccessible.Role) -> list[str]:
    return [node.text(QAccessible.Text.Name) for node in tree(widget) if node.role() == role]


def test_every_cell_in_sight_is_a_button_with_its_label(show: Show) -> None:
    for name, view in samples.every_kind().items():
        if name in ("settings", "unmeasured"):
            continue
        window = show(view)
        wanted = sorted(cell.cell.label for cell in cells_in_sight(window) if cell.cell)
        assert sorted(names(window, QAccessible.Role.Button)) == wanted


def test_cells_that_went_are_not_seen(show: Show) -> None:
    show(samples.spelling())
    window = show(samples.quick())
    assert "water" not in names(window, QAccessible.Role.Button)


def test_the_lit_cell_says_so(show: Show) -> None:
    view = samples.quick()
    window = show(replace(view, lit=frozenset({"Toilet"})))
    lit = [
        node.text(QAccessible.Text.Name)
        for node in tree(window)
        if node.text(QAccessible.Text.Description) == screen_text("lit")
    ]
    assert lit == ["Toilet"]


def test_a_screen_reader_can_press_a_cell(show: Show, qtbot: QtBot) -> None:
    window = show(samples.quick())
    (toilet,) = (node for node in tree(window) if node.text(QAccessible.Text.Name) == "Toilet")
    with qtbot.waitSignal(window.touched) as touched:
        toilet.actionInterface().doAction("Press")
    assert touched.args == ["Toilet"]


def test_the_message_can_be_read_with_its_caret(show: Show) -> None:
    window = show(samples.spelling(message="I need wa", caret=4))
    (field,) = (
        node for node in tree(window) if node.text(QAccessible.Text.Name) == screen_text("message")
    )
    text = field.textInterface()
    assert text.text(0, text.characterCount()) == "I need wa"
    assert text.cursorPosition() == 4


def test_states_and_notices_can_be_read(show: Show) -> None:
    window = show(samples.every_kind()["notice"])
    seen = {node.text(QAccessible.Text.Name) for node in tree(window)}
    assert {"Private", "The switch is held down"} <= seen
    assert any("The disk is full" in name for name in seen)


def test_a_call_for_help_can_be_read(show: Show) -> None:
    window = show(samples.alert_page())
    seen = {node.text(QAccessible.Text.Name) for node in tree(window)}
    assert {"Please come. I need help.", "I’m coming"} <= seen


def test_every_control_of_the_settings_has_a_name(show: Show) -> None:
    window = show(samples.settings_page())
    roles = {
        QAccessible.Role.EditableText,
        QAccessible.Role.Button,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.List,
    }
    for node in tree(window):
        if node.role() in roles:
            assert node.text(QAccessible.Text.Name)


def test_the_rows_of_offers_say_what_they_are(show: Show) -> None:
    window = show(samples.offers())
    for sheet, name in (
        (window.board.words, "likely_words"),
        (window.board.letters, "likely_letters"),
    ):
        node = QAccessible.queryAccessibleInterface(sheet)
        assert node.text(QAccessible.Text.Name) == screen_text(name)
        inside = names(sheet, QAccessible.Role.Button)
        assert inside == [button.face().label for button in reversed([*sheet.buttons()])]
    assert "Please move my left arm a little, and then the pillow too." in names(
        window.board.words, QAccessible.Role.Button
    )
