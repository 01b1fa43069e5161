"""Where things live: what Wren ships, and what belongs to one person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "wren"


def data_root() -> Path:
    """The folder that holds ``boards`` and ``assets``: inside the installed package, else the
    top of the source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


def boards_folder(language: str = "en") -> Path:
    """The shipped boards of this language, or the English ones where there are none."""
    boards = data_root() / "boards"
    wanted = boards / language.replace("_", "-").split("-")[0].lower()
    return wanted if (wanted / "manifest.json").is_file() else boards / "en"


def assets_folder() -> Path:
    """Sounds, fonts, word lists and the icon."""
    return data_root() / "assets"


def languages_folder() -> Path:
    """The tables of the predictor, one folder for each language."""
    return assets_folder() / "language"


def documents_folder() -> Path:
    """Where this system keeps a person's documents."""
    return platformdirs.user_documents_path()


@dataclass(frozen=True)
class ProfilePaths:
    """One person's own files and folders.  They need not exist yet."""

    settings: Path
    work: Path
    measures: Path
    boards: Path
    learned: Path
    pictures: Path
    phrases: Path
    recordings: Path
    printed: Path
    elsewhere: Path
    log: Path


def profile_paths(folder: Path | None = None) -> ProfilePaths:
    """The person's files, all in ``folder`` where one is given (``--profile``).

    One folder for everything serves tests, machines on loan and USB sticks.
    """
    if folder is not None:
        config = data = folder
        cache, log = folder, folder / "log"
    else:
        config = platformdirs.user_config_path(APP, appauthor=False)
        data = platformdirs.user_data_path(APP, appauthor=False)
        cache = platformdirs.user_cache_path(APP, appauthor=False)
        log = platformdirs.user_log_path(APP, appauthor=False)
    return ProfilePaths(
        settings=config / "settings.json",
        work=data / "work.json",
        measures=data / "measures.json",
        boards=data / "boards",
        learned=data,
        pictures=cache / "pictures",
        phrases=cache / "phrases",
        recordings=data / "recordings",
        printed=data / "printed.json",
        elsewhere=data / "elsewhere.json",
        log=log,
    )
