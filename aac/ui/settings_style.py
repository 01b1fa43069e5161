"""The look of the settings page as a style sheet, made from a theme."""

from __future__ import annotations

import re
from string import Template

from aac.ui.theme import Theme

SHEET = """
QWidget { background: $window; color: $text; font-size: ${size}px; }
QLabel#title { font-size: ${title}px; font-weight: bold; }
QLabel#label { font-weight: bold; }
QLabel#help { color: $quiet; font-size: ${small}px; }
QLabel#problem { color: $text; font-size: ${small}px; font-weight: bold; }
QFrame#line { background: $line; border: none; min-height: 1px; max-height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget { border: none; }
QScrollBar:vertical { background: $window; width: 22px; margin: 0; }
QScrollBar::handle:vertical { background: $line; min-height: 60px; border-radius: 6px;
  margin: 0 4px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QLineEdit, QListWidget, QPlainTextEdit { background: $field; color: $field_text;
  border: 2px solid $line; border-radius: 8px; padding: 6px 10px;
  min-height: ${line_height}px;
  selection-background-color: $lit; selection-color: $on_lit; }
QLineEdit:focus, QListWidget:focus, QPlainTextEdit:focus { border: 3px solid $lit; }
QLineEdit { placeholder-text-color: $quiet; }
QLineEdit#number { min-width: 86px; max-width: 86px; }
QLineEdit:disabled { color: $quiet; background: $window; }
QListWidget::item { padding: 6px 4px; }
QListWidget::item:selected { background: $lit; color: $on_lit; }
QPushButton { background: $field; color: $field_text; border: 2px solid $line; border-radius: 8px;
  padding: 6px 14px; min-height: ${line_height}px; min-width: ${line_height}px; }
QPushButton:focus { border: 3px solid $lit; }
QPushButton:disabled { color: $quiet; background: $window; }
QPushButton#group { text-align: left; border: 2px solid transparent; background: $window;
  padding: 10px 16px; }
QPushButton#group:checked { background: $group; border: 2px solid $group_edge;
  color: $on_group; }
QPushButton#group:focus { border: 3px solid $lit; }
QRadioButton, QCheckBox { spacing: 12px; padding: 5px; border: 2px solid transparent;
  border-radius: 8px; }
QRadioButton:focus, QCheckBox:focus { border: 2px solid $lit; }
QRadioButton::indicator { width: 20px; height: 20px; border-radius: 13px; border: 3px solid $line;
  background: $field; }
QRadioButton::indicator:checked { width: 10px; height: 10px; border: 8px solid $lit;
  background: $window; }
QRadioButton:disabled { color: $quiet; }
QCheckBox::indicator { width: 20px; height: 20px; border: 3px solid $line; border-radius: 5px;
  background: $field; }
QCheckBox::indicator:checked { background: $lit; border: 3px solid $on_group; }
"""


def settings_style(theme: Theme, size: int, scale: float) -> str:
    """The style sheet for this theme; ``size``: the text in pixels; ``scale``: of all else."""
    scaled = re.sub(r"\b(\d+)px", lambda found: f"{round(int(found[1]) * scale)}px", SHEET)
    return Template(scaled).substitute(
        window=theme.window,
        text=theme.text,
        quiet=theme.quiet,
        line=theme.field.edge,
        field=theme.field.fill,
        field_text=theme.field.text,
        lit=theme.lit.fill,
        on_lit=theme.lit.text,
        group=theme.group.fill,
        group_edge=theme.group.edge,
        on_group=theme.group.text,
        size=size,
        small=round(size * 0.82),
        title=round(size * 1.5),
        line_height=round(size * 1.5),
    )
