"""The settings of pictures on boards."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration

PICTURES: tuple[Declaration, ...] = (
    Choice(
        "pictures",
        "Pictures",
        "On boards that have them. In flat cells they stand beside the label. The symbols that "
        "come with Wren are from OpenMoji (CC BY-SA 4.0) and Health Icons (MIT).",
        {"above": "Above the label", "beside": "Beside the label", "none": "None"},
    ),
)
