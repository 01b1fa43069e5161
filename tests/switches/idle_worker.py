"""A process that is ready, answers that it lives, and does nothing else."""

from __future__ import annotations

from aac.sound.pipe import Pipe

if __name__ == "__main__":
    pipe = Pipe()
    pipe.send(ready=True)
    while (message := pipe.take(None)) is not None:
        if "ping" in message:
            pipe.send(pong=message["ping"])
