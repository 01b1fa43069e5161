"""The settings of paper and of the passport: their defaults, labels and help.

What stands in the passport is the person's: it is printed, kept in their settings, and nowhere
written down besides.
"""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Choice, Declaration, Text
from aac.model.partner_settings import PartnerSettings


@dataclass(frozen=True)
class PaperSettings(PartnerSettings):
    """The part of `model.settings.Settings` that is used on paper only.  Empty: left to be
    written by hand."""

    paper_size: str = "a4"  # G61
    paper_folder: str = ""
    passport_name: str = ""  # G62
    passport_yes: str = ""
    passport_no: str = ""
    passport_stop: str = ""
    passport_talk: str = ""  # G66
    passport_press: str = ""
    passport_urgent: str = ""
    passport_fails: str = ""


PAPER: tuple[Declaration, ...] = (
    Choice("paper_size", "Paper", "", {"a4": "A4", "letter": "US Letter"}),
    Text("paper_folder", "Folder for the PDF", "Empty: the folder Wren in your documents."),
    Text("passport_name", "Passport: I am", "What stands here is printed on the passport and on "
         "the instructions for partners. All of it may be left empty and written by hand. No "
         "addresses, passwords or numbers of accounts: anybody may read it."),
    Text("passport_yes", "Passport: my yes", "For instance: I look up."),
    Text("passport_no", "Passport: my no", "For instance: I close my eyes."),
    Text("passport_stop", "Passport: stop, or rest", "For instance: I look away."),
    Text("passport_talk", "Passport: when you talk with me",
         "In your own words. What is chosen under Partner is printed too."),
    Text("passport_press", "Passport: how I press my switch",
         "Which movement, where the switch has to be, what goes wrong when it slips."),
    Text("passport_urgent", "Passport: urgent for me",
         "What has to be done at once, and how I show that I need it."),
    Text("passport_fails", "Passport: if my device fails", "What to do, and who can help with it."),
)  # fmt: skip
