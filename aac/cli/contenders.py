"""The predictors that benchmarks measure: Wren's own as the program opens it, and peers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from aac import plugins
from aac.cli.peers import PeerProblem, Pressagio, count_words, word_list, wordfreq
from aac.files.paths import assets_folder, languages_folder
from aac.model.settings import Settings
from aac.offering import open_predictor
from aac.ports import Predictor, PredictorProblem

DATABASE = "words.sqlite"


@dataclass(frozen=True)
class Contender:
    """One row of a benchmark.

    ``kind``: what opens it, a key of `OPENERS`.  ``file``: what a peer is made from.  ``passed``:
    it is told which words were refused.  ``learns``: it learns each message once it is written.
    ``language``: of its words.  ``tables``: where ours has its languages, if not in Wren.
    """

    name: str
    kind: str
    file: Path = Path()
    passed: bool = False
    learns: bool = False
    language: str = "en"
    tables: Path | None = None

    def prepare(self, folder: Path) -> None:
        """Make what is made once, as a peer's database.  Raises `PeerProblem`."""
        if self.kind == "pressagio":
            count_words(self.file, folder / DATABASE)

    def open(self, folder: Path, settings: Settings) -> Predictor:
        """``folder``: where it may keep files, gone afterwards.  Raises `PeerProblem`."""
        settings = replace(settings, language=self.language)
        if self.kind == "wren" and self.tables is not None:
            return _with_tables(self.tables, folder, settings)
        predictor = OPENERS[self.kind](self.file, folder, settings)
        predictor.use(settings)
        return predictor

    def files(self, folder: Path) -> list[Path]:
        """The files it needs, once it is open; none where a package keeps them to itself."""
        match self.kind:
            case "wren":
                return sorted(((self.tables or languages_folder()) / self.language).iterdir())
            case "list":
                return [self.file]
            case _:
                return [path for path in folder.rglob("*") if path.is_file()]


def _with_tables(tables: Path, learned: Path, settings: Settings) -> Predictor:
    try:
        load = plugins.load("aac.predictors", "ngram")
        predictor: Predictor = load(tables, learned, settings)
    except PredictorProblem as problem:
        raise PeerProblem("these tables cannot be used") from problem
    return predictor


def shipped_list() -> Path:
    return assets_folder() / "words" / "en.tsv"


OPENERS: Mapping[str, Callable[[Path, Path, Settings], Predictor]] = {
    "wren": lambda file, folder, settings: open_predictor(settings, folder)[0],
    "list": lambda file, folder, settings: word_list(file),
    "wordfreq": lambda file, folder, settings: wordfreq(settings.language),
    "pressagio": lambda file, folder, settings: Pressagio(folder / DATABASE),
}
