"""An open microphone."""

from __future__ import annotations

from collections.abc import Generator

import miniaudio
from miniaudio import CaptureDevice, MiniaudioError, SampleFormat

from aac.sound.player import backends


class Capture(CaptureDevice):
    """An input that gives its connection to the sound server back when it closes.

    The library keeps that until the process ends, and a sound server takes only 64 of them.
    """

    def __init__(self, rate: int, period: int, taking: Generator[None, bytes, None]) -> None:
        """``period``: milliseconds of sound that ``taking`` gets at once, 16-bit mono.

        Raises `MiniaudioError` where there is no microphone.
        """
        self._context = None
        next(taking)
        try:
            super().__init__(
                input_format=SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=rate,
                buffersize_msec=period,
                app_name="Wren",
                backends=list(backends()),
            )
            self.start(taking)
        except MiniaudioError:
            self.close()
            raise

    def close(self) -> None:
        super().close()
        context, self._context = self._context, None
        if context:
            miniaudio.lib.ma_context_uninit(context)
