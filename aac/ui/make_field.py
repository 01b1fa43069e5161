"""Which field of the settings page shows which kind of setting."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.declared import Choice, Declaration, Number, Switch, Text, Texts
from aac.ui.lines_field import LinesField
from aac.ui.number_field import NumberField
from aac.ui.setting_field import Field, choice_field, switch_field
from aac.ui.stage_field import StageField
from aac.ui.text_fields import ListField, TextField, TextsField


def make_field(declared: Declaration, choices: Mapping[str, str]) -> Field:
    """The field for a declaration; ``choices``: id -> name where the setting names something."""
    match declared:
        case Number():
            return NumberField(declared)
        case Choice(key="stage"):
            return StageField(declared, choices)
        case Choice():
            return choice_field(declared)
        case Switch():
            return switch_field(declared)
        case Texts(fixed=True):
            return TextsField(declared)
        case Texts():
            return LinesField(declared)
        case Text(key="voice"):
            return ListField(declared, choices)  # the voices are found when the page is open
        case Text():
            return ListField(declared, choices) if choices else TextField(declared)
