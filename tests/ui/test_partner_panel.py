"""The partner's side as it is painted: large, upright or turned round, never with the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform
from pytestqt.qtbot import QtBot

from aac.files.paths import assets_folder
from aac.model.partner import PartnerView
from aac.model.settings import Settings
from aac.ui.initials import size_of
from aac.ui.lettering import largest, load_fonts
from aac.ui.light import Style
from aac.ui.partner_panel import PartnerPanel
from aac.ui.theme import THEMES, colour, contrast

PIXELS = 96 / 72  # for each point, on a usual screen
CALL = PartnerView(state="calling", calling=True, call="Please come. I need help.")
CARD = ("My yes: I look up", "Please do not guess. Let me finish.")


def panel(
    qtbot: QtBot, width: int, height: int, *, turned: bool = False, theme: str = "dark"
) -> PartnerPanel:
    family = load_fonts(assets_folder() / "fonts")
    style = Style.of(replace(Settings(), theme=theme), 96, height, family)
    made = PartnerPanel(style, turned=turned)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    return made


def painted(made: PartnerPanel, shown: PartnerView) -> QImage:
    made.show_partner(shown)
    return made.grab().toImage()


def inked(image: QImage, code: str) -> int:
    """How many of every fourth point have this colour."""
    wanted = colour(code).rgb()
    across, down = range(0, image.width(), 4), range(0, image.height(), 4)
    return sum(image.pixel(x, y) == wanted for x in across for y in down)


@pytest.mark.parametrize("size", [(1366, 184), (1920, 1080)])
def test_a_message_fills_its_place_and_stays(qtbot: QtBot, size: tuple[int, int]) -> None:
    made = panel(qtbot, *size)
    empty = painted(made, PartnerView())
    said = painted(made, PartnerView(state="finished", said="I would like some water, please."))
    ink = THEMES["dark"].field.text
    assert inked(said, ink) > inked(empty, ink) + 500
    assert "I would like some water, please." in made.accessibleName()


@pytest.mark.parametrize(("size", "letters"), [((1920, 1080), 250), ((1366, 184), 40)])
def test_usual_messages_stand_in_48_points_or_more(
    qtbot: QtBot, size: tuple[int, int], letters: int
) -> None:
    made = panel(qtbot, *size)
    text = ("Please tell the nurse that I would like to sit up for a while. " * 9)[:letters]
    made.show_partner(PartnerView(said=text, card=CARD if size[1] > 500 else ()))
    room = made.places().main
    side = min(room.width(), room.height()) * 0.06
    font = largest(text, made.font().family(), True, int(room.width() - 2 * side),
                   int(room.height() - side / 2))  # fmt: skip
    assert font.pixelSize() >= 48 * PIXELS


def test_a_very_long_message_is_painted_too(qtbot: QtBot) -> None:
    made = panel(qtbot, 1366, 184)
    painted(made, PartnerView(said="word " * 1000))
    painted(made, PartnerView(said="x" * 20_000))
    painted(made, PartnerView(said="אני רוצה מים 🙂\x00 <b> & \n\n"))


@pytest.mark.parametrize(
    "shown",
    [
        PartnerView(said="Hello there."),
        PartnerView(said="Yes.", signal="yes"),
        PartnerView(letters="AWGH", topic="food", remark="New sentence"),
        PartnerView(draft="I wa", said="Hello.", state="writing"),
        PartnerView(card=CARD),
    ],
)
def test_turned_round_it_is_the_same_upside_down(qtbot: QtBot, shown: PartnerView) -> None:
    upright = painted(panel(qtbot, 900, 200), shown)
    turned = painted(panel(qtbot, 900, 200, turned=True), shown)
    back = turned.transformed(QTransform().rotate(180))
    differing = sum(
        abs(colour_of(upright, x, y) - colour_of(back, x, y)) > 96
        for x in range(0, 900, 3)
        for y in range(0, 200, 3)
    )
    assert differing < 0.03 * 300 * 67
    assert differing < sum(
        abs(colour_of(upright, x, y) - colour_of(turned, x, y)) > 96
        for x in range(0, 900, 3)
        for y in range(0, 200, 3)
    )


def colour_of(image: QImage, x: int, y: int) -> int:
    return (image.pixel(x, y) >> 8) & 0xFF


def test_a_new_first_letter_is_at_least_120_points_high(qtbot: QtBot) -> None:
    """Also in a band on a small screen; older letters are smaller."""
    made = panel(qtbot, 1366, round(768 * 0.24))
    made.show_partner(PartnerView(letters="WWWWWWWW"[:3]))
    room = made.places().main
    size = size_of("WWW", made.font().family(), room.width() - 0.16 * room.height(), room.height())
    assert size >= 120 * PIXELS


def test_letters_stand_before_what_was_said_earlier(qtbot: QtBot) -> None:
    made = panel(qtbot, 900, 200)
    both = painted(made, PartnerView(said="Hello.", letters="A"))
    assert both == painted(made, PartnerView(said="Something else.", letters="A"))


def test_nothing_of_a_draft_is_painted_where_there_is_none(qtbot: QtBot) -> None:
    made = panel(qtbot, 900, 500)
    without = painted(made, PartnerView(state="writing"))
    assert without != painted(made, PartnerView(state="writing", draft="I want"))
    assert without == painted(made, PartnerView(state="writing"))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("size", [(1366, 184), (1920, 1080)])
def test_somebody_who_comes_says_so_by_a_click(
    qtbot: QtBot, size: tuple[int, int], turned: bool
) -> None:
    made = panel(qtbot, *size, turned=turned)
    assert not made.button.isVisible()
    made.show_partner(CALL)
    assert made.button.isVisible() and made.rect().contains(made.button.geometry())
    with qtbot.waitSignal(made.comes, timeout=1000):
        qtbot.mouseClick(made.button, Qt.MouseButton.LeftButton)
    made.show_partner(PartnerView(state="answered", answered=True))
    assert not made.button.isVisible()


def test_the_button_stands_on_the_other_side_where_all_is_turned(qtbot: QtBot) -> None:
    upright, turned = panel(qtbot, 1366, 184), panel(qtbot, 1366, 184, turned=True)
    upright.show_partner(CALL)
    turned.show_partner(CALL)
    assert upright.button.geometry().left() > 683 > turned.button.geometry().right()


def test_it_never_asks_for_the_keyboard(qtbot: QtBot) -> None:
    made = panel(qtbot, 900, 200)
    made.show_partner(CALL)
    assert made.focusPolicy() == made.button.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("name", THEMES)
def test_every_surface_of_it_has_strong_contrast(name: str) -> None:
    """G69: 7 : 1 for text."""
    theme = THEMES[name]
    paints = (theme.field, theme.notice, theme.alert, theme.strip[0], theme.strip[1], theme.lit)
    pairs = [(paint.fill, paint.text) for paint in paints] + [(theme.window, theme.text)]
    assert min(contrast(*pair) for pair in pairs) >= 7


def test_the_card_fills_the_place_while_nothing_was_said(qtbot: QtBot) -> None:
    made = panel(qtbot, 1366, 184)
    made.show_partner(PartnerView(card=CARD))
    assert made.places().card.height() > 100
    made.show_partner(PartnerView(card=CARD, said="Hello."))
    assert made.places().card.height() == 0
