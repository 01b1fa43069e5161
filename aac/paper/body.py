"""An adult figure from the front and from the back, as smooth lines, and where its parts are.

Drawn in units of its own: the figure is 400 high, its middle line is x = 0, y goes down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aac.paper.marks import BLACK, DARK, PALE, WHITE, Box, Shape

HEIGHT = 400.0
HALF_WIDTH = 75.0

Point = tuple[float, float]

# Half of the outline, from the chin's side of the neck round arm and leg to between the legs.
HALF: tuple[Point, ...] = (
    (0, 36), (8, 37), (9.6, 50), (11.5, 57.5), (18, 63), (31, 67.5), (41, 73), (46, 84),
    (48.5, 104), (51, 126), (53.5, 144), (57, 164), (60.5, 186), (62, 198), (66.5, 210),
    (67.5, 224), (63.5, 237), (58.5, 236), (57, 222), (54.5, 210), (54, 199), (50, 180),
    (45.5, 162), (42.5, 146), (39.5, 126), (36, 104), (35, 122), (32.5, 146), (33.5, 166),
    (37, 186), (38.5, 206), (37.5, 232), (34, 260), (30.5, 284), (31.5, 306), (29.5, 332),
    (24.5, 358), (22.5, 372), (27, 384), (31, 393), (24, 398), (13, 397), (10.5, 386),
    (12, 370), (11, 348), (9, 320), (11, 292), (9, 264), (5.5, 232), (1.2, 208),
)  # fmt: skip
HEAD: tuple[Point, ...] = (
    (0, 0), (12, 3), (18.5, 13), (18.5, 26), (15.5, 38), (8.5, 47), (0, 50),
)  # fmt: skip
HAIR: tuple[Point, ...] = ((0, 12), (10, 12.5), (16.5, 20), (19, 22), (19.5, 13), (13, 2), (0, -1))
BACK_HAIR: tuple[Point, ...] = (
    (0, -1), (13, 2), (19.8, 13), (19.5, 27), (15, 40), (8, 43), (0, 43.5),
)  # fmt: skip
FRONT_LINES: tuple[tuple[Point, ...], ...] = (
    ((5.2, 24), (7.8, 22.9), (10.4, 24)),  # brow
    ((6, 28), (7.8, 28.6), (9.8, 28)),  # eye
    ((0, 29), (1.9, 34), (0, 35)),  # nose
    ((0, 41.2), (3, 41), (5.2, 40)),  # mouth
    ((4, 68), (14, 70), (27, 69.5)),  # collar bone
    ((10, 106), (18, 108), (26, 105.5)),  # chest
    ((24, 198), (14, 206), (4, 212)),  # groin
    ((14, 283), (20, 287), (26, 283)),  # knee
    ((14, 376), (18, 378), (23, 376)),  # ankle
)
BACK_LINES: tuple[tuple[Point, ...], ...] = (
    ((11, 82), (22, 88), (24, 104), (15, 110)),  # shoulder blade
    ((30, 170), (20, 176), (6, 178)),  # above the bottom
    ((3, 212), (16, 219), (31, 213)),  # below it
    ((13, 287), (20, 289), (27, 286)),  # back of the knee
    ((17, 372), (19, 380), (17, 390)),  # heel
)
SPINE: tuple[Point, ...] = ((0, 62), (0, 110), (0, 165))
CLEFT: tuple[Point, ...] = ((0, 184), (0, 198), (0, 208))
NAVEL: tuple[Point, ...] = ((-1.2, 160), (0, 161.4), (1.2, 160))

# Parts of the figure on the half at the right of the picture.
FRONT: dict[str, Point] = {
    "head": (9, 7), "face": (11, 32), "jaw": (10, 44), "neck": (5, 57), "throat": (3, 59),
    "shoulder": (38, 76), "chest": (16, 93), "arm": (45, 118), "elbow": (48, 148),
    "stomach": (12, 146), "wrist": (58, 200), "hip": (33, 187), "hand": (61, 220),
    "groin": (9, 207), "leg": (22, 240), "knee": (21, 280), "ankle": (18, 373), "foot": (21, 391),
}  # fmt: skip
BACK: dict[str, Point] = {
    "back": (9, 122), "lower-back": (9, 162), "bottom": (18, 198), "calf": (21, 318),
    "heel": (18, 391),
}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """The figure in ``box``, as large as it fits."""

    box: Box

    @property
    def scale(self) -> float:
        return min(self.box.h / HEIGHT, self.box.w / (2 * HALF_WIDTH))

    def at(self, point: Point, side: int = 1) -> Point:
        """Where a point of the figure is on paper; ``side`` -1: on its other half."""
        x, _ = self.box.centre
        return x + side * point[0] * self.scale, self.box.y + point[1] * self.scale

    def front(self) -> tuple[Shape, ...]:
        """The figure from the front."""
        return (
            *self._base(),
            self._whole(HAIR, DARK, 1.0),
            *self._lines(FRONT_LINES),
            self._line(NAVEL),
        )

    def back(self) -> tuple[Shape, ...]:
        """The figure from the back."""
        lines = (self._line(SPINE), self._line(CLEFT))
        return (*self._base(), self._whole(BACK_HAIR, DARK, 1.0), *self._lines(BACK_LINES), *lines)

    def _base(self) -> tuple[Shape, ...]:
        return self._whole(HALF, WHITE), self._whole(HEAD, WHITE)

    def _whole(self, half: Sequence[Point], fill: int, width: float = 1.7) -> Shape:
        """A closed line through these points and their mirror image."""
        right = [self.at(point) for point in half]
        left = [self.at(point, -1) for point in reversed(half)]
        points = [*right, *(point for point in left if point not in (right[0], right[-1]))]
        return smooth(points, closed=True, width=width, ink=BLACK, fill=fill)

    def _lines(self, lines: Sequence[Sequence[Point]]) -> tuple[Shape, ...]:
        return tuple(self._line(line, side) for line in lines for side in (1, -1))

    def _line(self, points: Sequence[Point], side: int = 1) -> Shape:
        return smooth(
            [self.at(point, side) for point in points], closed=False, width=1.0, ink=DARK, fill=PALE
        )


def smooth(points: Sequence[Point], *, closed: bool, width: float, ink: int, fill: int) -> Shape:
    """A curve through all the points (Catmull-Rom), without a corner."""
    count = len(points)

    def point(place: int) -> Point:
        return points[place % count] if closed else points[min(max(place, 0), count - 1)]

    curves = []
    for place in range(count if closed else count - 1):
        before, start, end, after = (point(place + step) for step in (-1, 0, 1, 2))
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        curves.append((one, two, end))
    return Shape(points[0], tuple(curves), width, ink, fill, closed)
