"""The plan of the house: who may import what, and what model and core may never touch.

Arrows only go down; rooms on the same floor never see each other and meet in `app`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

AAC = Path(__file__).parents[1] / "aac"
FILES = sorted(AAC.rglob("*.py"))

DOWN = {"model", "ports"}
ROOMS: dict[str, set[str]] = {
    "model": set(),
    "ports": {"model"},
    "plugins": {"ports"},
    "core": DOWN,
    "switches": DOWN | {"sound"},  # their devices are read by processes like those of the sound
    "speech": DOWN | {"sound"},  # a voice is heard through the one player there is
    "sound": DOWN,
    "files": DOWN,
    "prediction": DOWN,
    "pictures": DOWN | {"sound"},  # drawn by a process like those of the sound
    "ui": {"model"},
    "supervisor": set(),
    "starting": {"supervisor"},
    "hands": DOWN,
    "speaking": DOWN,
    "runtime": DOWN | {"core", "hands", "speaking"},
    "voice_desk": DOWN | {"sound", "speech"},
    "shelf": DOWN | {"files", "plugins"},
    "editor": DOWN | {"core", "files"},
    "paper": {"model"},
    "printing": DOWN | {"files", "paper", "shelf"},
    "paper_desk": {"model", "files", "paper", "printing", "supervisor", "ui"},
    "banking": {"model", "files", "sound"},
    "bank_folder": {"model", "supervisor"},
    "bank_desk": {"model", "banking", "bank_folder", "sounding", "ui"},
    "helping": DOWN | {"files", "shelf", "editor", "bringing", "paper_desk", "banking",
                       "bank_desk", "ui"},
    "sounding": DOWN | {"speaking"},
    "voicing": DOWN | {"plugins", "files", "speech", "sounding", "voice_desk"},
    "joining": {"model"},
    "beside": set(),
    "bringing": DOWN | {"files", "supervisor", "beside"},
    "cueing": DOWN | {"plugins"},
    "partnering": {"model", "ui"},
    "phone": {"files", "sound"},
    "phone_shown": {"model", "phone", "ui"},
    "people": {"model", "ui", "partnering", "phoning"},
    "phoning": {"model", "files", "phone_shown", "sound", "ui"},
    "sources": DOWN | {"plugins", "joining"},
    "own_sound": DOWN | {"sound", "sources"},
    "picturing": {"pictures", "ui"},
    "powering": {"model"},
    "relaying": {"model", "beside"},
    "calling": {"model", "sound", "powering", "relaying"},
    "outward": {"sound"},
    "handing": {"model", "sound"},
    "picture_shelf": {"model", "files", "pictures"},
    "offering": DOWN | {"files", "plugins"},
    "training": {"prediction"},
    "app": {"model", "ports", "core", "sound", "files", "ui", "runtime",
            "hands", "shelf", "voicing", "sources", "own_sound", "offering", "cueing",
            "picturing", "picture_shelf", "helping", "banking", "people", "handing",
            "calling", "starting", "supervisor"},
    "window": {"app"},
    "cli": {"model", "ports", "plugins", "core", "switches", "speech", "sound", "files", "shelf",
            "sources", "offering", "prediction", "paper", "printing", "sounding",
            "speaking", "banking"},
    "__main__": {"cli", "supervisor"},
}  # fmt: skip

# Values and pure functions; nothing that knows a clock, a thread, a file, chance or a screen.
PURE = {
    "__future__", "bisect", "collections", "collections.abc", "dataclasses", "enum", "functools",
    "heapq", "math", "re", "typing",
}  # fmt: skip
# The sockets name a path in their signatures; they open nothing.
SOCKETS = PURE | {"pathlib"}

LONG = 250


def imports(path: Path) -> Iterator[str]:
    """All that the file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                assert level == 0, "imports say where they come from"
                if module == "aac":
                    yield from (f"aac.{name.name}" for name in names)
                else:
                    yield module or ""


def room(module: str) -> str:
    return module.split(".")[1]


def room_of(path: Path) -> str:
    return path.relative_to(AAC).with_suffix("").parts[0]


def name(path: Path) -> str:
    return path.relative_to(AAC).as_posix()


IN_ROOMS = [path for path in FILES if name(path) != "__init__.py"]


@pytest.mark.parametrize("path", IN_ROOMS, ids=name)
def test_a_room_imports_only_what_is_below_it(path: Path) -> None:
    own = room_of(path)
    assert own in ROOMS, f"{own} has no place in the plan"
    seen = {room(module) for module in imports(path) if module.startswith("aac.")}
    versions = {"__version__"}  # `aac/__init__.py` holds nothing else
    assert seen - {own} - versions <= ROOMS[own]


def test_the_plan_has_no_circle() -> None:
    done: set[str] = set()
    while ready := {room for room in ROOMS if room not in done and ROOMS[room] <= done}:
        done |= ready
    assert done == set(ROOMS)


@pytest.mark.parametrize(
    "path", [path for path in IN_ROOMS if room_of(path) in ("model", "core")], ids=name
)
def test_model_and_core_know_no_clock_thread_file_chance_or_screen(path: Path) -> None:
    others = {module for module in imports(path) if not module.startswith("aac.")}
    assert others <= PURE


def test_the_sockets_know_none_either() -> None:
    others = {module for module in imports(AAC / "ports.py") if not module.startswith("aac.")}
    assert others <= SOCKETS


@pytest.mark.parametrize(
    "path", [path for path in IN_ROOMS if room_of(path) in ("model", "core")], ids=name
)
def test_model_and_core_open_and_print_nothing(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"open", "print", "input", "exec", "eval", "__import__"}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_tells_one_story(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < LONG


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_says_first_what_it_is_about(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not text or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", IN_ROOMS, ids=name)
def test_nothing_is_registered_or_kept_by_being_imported(path: Path) -> None:
    """At the top of a module stand definitions and constants only."""
    allowed = (
        ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef,
        ast.Assign, ast.AnnAssign, ast.Assert,
    )  # fmt: skip
    for node in ast.parse(path.read_text("utf-8")).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        as_program = isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)
        by_system = isinstance(node, ast.If) and (
            "platform" in ast.unparse(node.test) or "TYPE_CHECKING" in ast.unparse(node.test)
        )
        assert docstring or as_program or by_system or isinstance(node, allowed), ast.unparse(node)


def test_the_checker_sees_a_clock_in_the_core(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("def tick() -> float:\n    from time import monotonic\n    return monotonic()\n")
    assert set(imports(bad)) - PURE == {"time"}
