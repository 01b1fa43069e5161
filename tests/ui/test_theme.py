"""Contrast in every theme, look and state (guidance G69: 7 for text, 4.5 for the light)."""

from __future__ import annotations

from itertools import product

import pytest

from aac.model.board import Look
from aac.model.declared import Choice
from aac.model.settings import BY_KEY
from aac.ui.cell_painter import paint_of
from aac.ui.light import LIT_STATES, State
from aac.ui.part_mark import PATTERNS
from aac.ui.theme import THEMES, Theme, contrast

LOOKS = [(look, place) for look in Look for place in range(4 if look is Look.STRIP else 1)]

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_there_is_a_theme_for_each_choice_of_the_settings() -> None:
    declared = BY_KEY["theme"]
    assert isinstance(declared, Choice)
    assert THEMES.keys() == declared.options.keys()


@each_theme
def test_text_on_every_cell_in_every_state_has_contrast_7(theme: Theme) -> None:
    for (look, place), state in product(LOOKS, State):
        paint = paint_of(theme, look, place, state)
        assert contrast(paint.text, paint.fill) >= 7, (look, state)


@each_theme
def test_text_outside_cells_has_contrast_7(theme: Theme) -> None:
    for paint in (theme.field, theme.notice, theme.alert):
        assert contrast(paint.text, paint.fill) >= 7
    for text in (theme.text, theme.quiet):
        assert contrast(text, theme.window) >= 7
        assert contrast(text, theme.field.fill) >= 7


@each_theme
def test_the_light_stands_out_by_4_5_from_the_cells_and_the_window(theme: Theme) -> None:
    for state, (look, place), unlit in product(LIT_STATES, LOOKS, set(State) - LIT_STATES):
        light = paint_of(theme, look, place, state)
        cell = paint_of(theme, look, place, unlit)
        for part in (light.fill, light.edge):
            assert contrast(part, cell.fill) >= 4.5, (look, state, unlit)
            assert contrast(part, theme.window) >= 4.5, (look, state)


@each_theme
def test_the_line_around_every_cell_stands_out_by_3(theme: Theme) -> None:
    for (look, place), state in product(LOOKS, set(State) - LIT_STATES):
        paint = paint_of(theme, look, place, state)
        assert contrast(paint.edge, theme.window) >= 3, (look, state)


@each_theme
def test_a_judged_press_and_a_question_differ_from_the_plain_light(theme: Theme) -> None:
    fills = {theme.lit.fill, theme.accepting.fill, theme.asking.fill}
    assert len(fills) == 3


@each_theme
def test_the_caret_and_lines_of_fields_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.lit.fill, theme.field.fill) >= 4.5
    assert contrast(theme.field.edge, theme.window) >= 3


@each_theme
def test_the_four_parts_of_elimination_scanning_keep_to_the_same_contrasts(theme: Theme) -> None:
    assert len(theme.parts) == 4
    for paint in theme.parts:
        assert contrast(paint.text, paint.fill) >= 7
        assert contrast(paint.edge, theme.window) >= 3
        assert contrast(paint.edge, paint.fill) >= 4.5, "the number on its bar"
        for light in (theme.lit, theme.accepting, theme.asking):
            assert contrast(light.fill, paint.fill) >= 4.5
            assert contrast(light.fill, theme.window) >= 4.5


@each_theme
def test_no_two_parts_look_alike_and_none_like_a_cell_that_is_out(theme: Theme) -> None:
    every = [*theme.parts, theme.dim]
    for look in ("fill", "edge"):
        assert len({getattr(paint, look) for paint in every}) == 5
    assert len(set(PATTERNS)) == 4, "colour is never alone"
