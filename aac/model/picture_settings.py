"""The settings of pictures on boards."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration

PICTURES: tuple[Declaration, ...] = (
    Choice(
        "pictures",
        "Pictures",
        "On boards that have them. In flat cells they stand beside the label.",
        {"above": "Above the label", "beside": "Beside the label", "none": "None"},
    ),
)
