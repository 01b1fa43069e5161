"""What the board editor says, in one place, ready for translation."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.view import NoticeKind

EDITOR_NOTICES: Mapping[NoticeKind, str] = {
    NoticeKind.CHOOSE_PHRASE: "Choose the phrase that you want to change.",
    NoticeKind.CHANGE_PHRASE: "Change the text, then choose Edit, Keep it.",
    NoticeKind.PHRASE_CHANGED: "The phrase is changed. Undo takes it back.",
    NoticeKind.PHRASE_LEFT: "The phrase stays as it was.",
    NoticeKind.PHRASE_GONE: "That phrase is no longer there. Your text is still in the message.",
    NoticeKind.PHRASE_WITH_GAPS: "A phrase with gaps is changed by a helper, under Edit boards.",
}
