"""``wren doctor``: is everything there that Wren needs, and what to do where it is not."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from aac.cli.doctor_switches import CHECKS, Check, checked
from aac.cli.output import print_result, quiet_libraries
from aac.files.languages import own_language
from aac.files.paths import ProfilePaths, assets_folder, profile_paths
from aac.files.store import Store
from aac.model import language
from aac.model.other_settings import LANGUAGES
from aac.model.voice_words import voice_text
from aac.model.voices import KINDS
from aac.offering import open_predictor
from aac.ports import BoardProblem
from aac.shelf import open_shelf


def doctor(options: argparse.Namespace) -> int:
    """Exit code 0: what is missing is told, and Wren starts all the same."""
    paths = profile_paths(getattr(options, "profile", None))
    settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
    language.use(own_language(settings.wren_language))
    checks: list[Callable[[ProfilePaths], Check]] = [
        _voices, _natural_voices, _loudspeaker, _bell, *CHECKS, _screen, _boards, _words,
        _folder,
    ]  # fmt: skip
    with quiet_libraries():
        found = [check(paths) for check in checks]
    if options.json:
        print_result({"checks": [asdict(check) for check in found]}, as_json=True)
        return 0
    for check in found:
        print(f"{'  ok  ' if check.ok else 'PLEASE'}  {check.says} {check.do}".rstrip())
    return 0


def _voices(paths: ProfilePaths) -> Check:
    try:
        from aac.speech.renderer import Renderer, RenderProblem
    except ImportError:
        return checked("voices", False)
    try:
        voices = Renderer().voices
    except RenderProblem:
        return checked("voices", False)
    return checked("voices", bool(voices), count=len(voices))


def _natural_voices(paths: ProfilePaths) -> Check:
    """Optional: none is nothing wrong.  Imports none of them."""
    from aac.speech.installed import installed

    found = ", ".join(f"{kind.title} ({kind.licence})" for kind in installed())
    if not found:
        extras = ",".join(dict.fromkeys(kind.extra for kind in KINDS.values()))
        return Check("natural_voices", True, voice_text("doctor_none", extras=extras), "")
    return Check("natural_voices", True, voice_text("doctor_ok", names=found), "")


def _loudspeaker(paths: ProfilePaths) -> Check:
    from aac.sound.player import outputs

    found = outputs()
    return checked("loudspeaker", bool(found), names=", ".join(found))


def _bell(paths: ProfilePaths) -> Check:
    sounds = sorted(path.stem for path in (assets_folder() / "sounds").glob("*.wav"))
    return checked("bell", {"chime", "alarm", "B02"} <= set(sounds), count=len(sounds))


def _screen(paths: ProfilePaths) -> Check:
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""
    return checked("screen", bool(display) or not sys.platform.startswith("linux"))


def _boards(paths: ProfilePaths) -> Check:
    settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
    try:
        library = open_shelf(paths.boards, settings)
    except BoardProblem:
        return checked("boards", False, "boards_none")
    names = ", ".join(fault.name for fault in library.faults)
    return checked("boards", not names, count=len(library.boards.boards), names=names)


def _words(paths: ProfilePaths) -> Check:
    settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
    with TemporaryDirectory() as folder:  # what the person taught Wren is not touched
        _, notices = open_predictor(settings, Path(folder))
    return checked("words", not notices, language=language.translated(LANGUAGES[settings.language]))


def _folder(paths: ProfilePaths) -> Check:
    folder = paths.work.parent
    return checked("folder", _can_write(folder), folder=folder)


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as file:
            file.write(b"?")
    except OSError:
        return False
    return True
