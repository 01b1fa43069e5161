"""An utterance as JSON takes it: from the window to the process that speaks."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aac.ports import Utterance


def fields(utterance: Utterance) -> dict[str, Any]:
    """For the process: all of it as JSON takes it."""
    recording = utterance.recording
    if isinstance(recording, Path):
        return {**asdict(utterance), "recording": "", "recording_file": str(recording)}
    return {**asdict(utterance), "recording": b64encode(recording).decode("ascii")}


def utterance_of(number: int, text: str, message: Mapping[str, Any]) -> Utterance:
    """What was told; what is missing is as usual."""
    path = str(message.get("recording_file", ""))
    return Utterance(
        number,
        text,
        voice=str(message.get("voice", "")),
        rate=float(message.get("rate", 0.9)),
        pitch=float(message.get("pitch", 1.0)),
        gap=float(message.get("gap", 0.0)),
        volume=float(message.get("volume", 1.0)),
        recording=Path(path) if path else b64decode(str(message.get("recording", ""))),
    )
