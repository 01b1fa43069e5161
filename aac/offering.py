"""Opens the predictor: the best there is, and a plain one behind it, so that words are offered.

One that somebody installed beside Wren comes before ours.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from aac import plugins
from aac.files.paths import assets_folder, languages_folder
from aac.files.word_list import read_words
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.ports import Predictor, PredictorProblem

GROUP = "aac.predictors"
OURS, PLAIN = "ngram", "frequency"


def open_predictor(settings: Settings, learned: Path) -> tuple[Predictor, list[Notice]]:
    """The predictor, and what has to be told about it.  ``learned``: the person's own folder."""
    others = [name for name in plugins.names(GROUP) if name not in plugins.OURS[GROUP]]
    for name in (*others, OURS):
        try:
            predictor: Predictor = plugins.load(GROUP, name)(languages_folder(), learned, settings)
        except (plugins.PluginProblem, PredictorProblem, OSError, sqlite3.Error):
            continue
        damaged = getattr(predictor, "damaged", False)
        return predictor, [Notice(NoticeKind.LEARNED_DAMAGED)] if damaged else []
    plain: Predictor = plugins.load(GROUP, PLAIN)(read_words(assets_folder() / "words" / "en.tsv"))
    plain.use(settings)
    return plain, [Notice(NoticeKind.PLAIN_WORDS)]
