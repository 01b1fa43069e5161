"""Every sheet on both papers, by the real font; and boards of any shape, by a made-up one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aac.model.paper_words import steps_text
from aac.model.settings import Settings
from aac.paper.contents import Entry, Eyes, Pain, Part, Prose, Rows
from aac.paper.eyes import lay_eyes
from aac.paper.frame import Press
from aac.paper.grid import lay_rows
from aac.paper.grid_plan import NUMBER_ROOM
from aac.paper.marks import Box, Frame, Page
from aac.paper.pain import lay_pain
from aac.paper.prose import lay_prose
from aac.paper.sheets import ALPHABET, EYES, PAIN, Shelf, all_names, lay, sheet
from tests.paper.conftest import shipped
from tests.paper.on_paper import assert_sound, text_of


def made_up(text: str, bold: bool) -> float:
    """Widths of no real font."""
    return sum(0.3 if letter in "il. " else 0.95 if letter in "mwMW" else 0.6 for letter in text)


PRESSES = [Press(paper, "2026-11-23", "1.2", made_up) for paper in ("a4", "letter")]
PARTS = ["", "head", "arm", "back", "knee", "foot", "heel"]
LETTERS = st.characters(codec="latin-1", categories=("Lu", "Ll", "Nd", "Po"))
WORDS = st.text(LETTERS, min_size=1, max_size=12)
LABELS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
ENTRIES = st.builds(Entry, LABELS, strong=st.booleans(), leads=st.booleans())
BOARDS = st.integers(1, 9).flatmap(
    lambda columns: st.lists(
        st.lists(st.none() | ENTRIES, min_size=columns, max_size=columns).map(tuple),
        min_size=1,
        max_size=12,
    ).map(tuple)
)


def test_every_sheet_is_sound_on_both_papers(shelf: Shelf, press: Press) -> None:
    names = all_names(shelf)
    for name in names:
        assert_sound(lay(sheet(shelf, name, names).content, press), press.widths)


def test_every_shipped_board_is_sound_and_says_all_its_cells(shelf: Shelf, press: Press) -> None:
    for board_id in shelf.boards.boards:
        content = sheet(shelf, f"board:{board_id}", [f"board:{board_id}"]).content
        assert isinstance(content, Rows)
        pages = lay(content, press)
        assert_sound(pages, press.widths)
        said = text_of(pages)
        for row in content.rows:
            for entry in row:
                assert entry is None or all(word in said for word in entry.text.split())


@pytest.mark.parametrize("press", PRESSES, ids=lambda press: press.paper)
@settings(max_examples=30, deadline=None)
@given(rows=BOARDS, title=LABELS, spelled=st.booleans())
def test_boards_of_any_shape_are_sound(
    press: Press, rows: tuple[tuple[Entry | None, ...], ...], title: str, spelled: bool
) -> None:
    hint, answers = ("Say the rows.", ("Yes", "No", "Not that one")) if spelled else ("", ())
    pages = lay_rows(Rows(title, rows, hint, answers), press)
    assert_sound(pages, press.widths)
    found = (each for page in pages for each in page.words()[1:-2] if each.box.w == NUMBER_ROOM)
    numbers = list(dict.fromkeys(each.text for each in found))
    filled = [str(number) for number, row in enumerate(rows, start=1) if any(row)]
    assert numbers in (filled, [str(number + 1) for number in range(len(rows))])


@settings(max_examples=30, deadline=None)
@given(rows=BOARDS)
def test_no_word_is_cut_or_lost_where_each_fits_on_paper(
    rows: tuple[tuple[Entry | None, ...], ...],
) -> None:
    said = text_of(lay_rows(Rows("Board", rows), PRESSES[0])).split()
    for row in rows:
        for entry in row:
            for word in entry.text.split() if entry else ():
                assert word in said
                said.remove(word)  # each as often as it stands on the board


@settings(max_examples=30, deadline=None)
@given(rows=BOARDS, places=st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=108))
def test_wide_and_high_cells_cover_their_places_and_never_leave_the_page(
    rows: tuple[tuple[Entry | None, ...], ...], places: list[tuple[int, int]]
) -> None:
    sizes = iter(places)
    alone = tuple(
        tuple(
            replace(entry, width=size[0], height=size[1]) if entry and not (x or y) else None
            for x, (entry, size) in enumerate(zip(row, sizes, strict=False))
        )
        for y, row in enumerate(rows)
    )
    assert_sound(lay_rows(Rows("Board", alone), PRESSES[0]), made_up)


def test_a_text_that_no_paper_holds_is_cut_and_says_so() -> None:
    rows = ((Entry("W" * 400), Entry("so long a story " * 200)), (Entry("short"), None))
    pages = lay_rows(Rows("T" * 300, rows), PRESSES[0])
    assert_sound(pages, made_up)
    assert "…" in text_of(pages) and "short" in text_of(pages)


def test_an_empty_board_is_a_page_with_its_title() -> None:
    pages = lay_rows(Rows("Nothing here", ()), PRESSES[0])
    assert_sound(pages, made_up)
    assert text_of(pages) == "Nothing here"


def test_a_row_too_wide_for_the_paper_keeps_its_number_and_its_order() -> None:
    row = tuple(Entry(f"unbelievably{n}") for n in range(12))
    (page,) = lay_rows(Rows("Wide", (row, row)), PRESSES[0])
    said = [each.text for each in page.words()[1:-2]]
    assert said == ["1", *(entry.text for entry in row), "2", *(entry.text for entry in row)]


@settings(max_examples=25, deadline=None)
@given(letters=st.lists(LETTERS, min_size=1, max_size=60, unique=True))
def test_the_eye_pointing_sheet_of_any_alphabet_is_sound(letters: list[str]) -> None:
    size = max(4, -(-len(letters) // 8))
    groups = tuple(tuple(letters[start : start + size]) for start in range(0, 8 * size, size))
    sheet = Eyes(
        "Eyes", ("Mine", "Partner"), groups, ("Look.", "Say what you see me look at. " * 3), "Cut"
    )
    assert_sound(lay_eyes(sheet, PRESSES[0]), made_up)


def test_the_partners_side_is_the_mirror_image_with_letters_the_right_way(
    shelf: Shelf, press: Press
) -> None:
    mine, partners = lay(sheet(shelf, EYES, ()).content, press)
    there = {word.text: word for word in partners.words()[2:-2]}
    seen = 0
    for word in mine.words()[2:-2]:
        if len(word.text) == 1:
            other = there[word.text]
            x, y = word.box.centre
            assert (x + other.box.centre[0], y) == pytest.approx((mine.width, other.box.centre[1]))
            seen += 1
    assert seen == 26 + 8 + 1  # letters, numbers of blocks, the question mark
    mirrored = [Box(mine.width - box.right, box.y, box.w, box.h) for box in frames(partners)]
    assert sorted(map(place, frames(mine))) == sorted(map(place, mirrored))


def frames(page: Page) -> list[Box]:
    return [mark.box for mark in page.marks if isinstance(mark, Frame)]


def place(box: Box) -> tuple[float, ...]:
    return (round(box.y, 2), round(box.x, 2), round(box.w, 2))


def test_a_letter_stands_in_its_block_where_the_second_look_goes(
    shelf: Shelf, press: Press
) -> None:
    """The letter at the top left of a block is said by a look at the block at the top left."""
    mine, _ = lay(sheet(shelf, EYES, ()).content, press)
    where = {word.text: word.box.centre for word in mine.words()[2:-2]}
    (x1, y1), (x3, _), (_, y6) = where["1"], where["3"], where["6"]
    for letters, number in (("ABCD", "1"), ("IJKL", "3"), ("UVWX", "6"), ("MNOP", "4")):
        x, y = where[number]
        corners = [(x1, y1), (x3, y1), (x1, y6), (x3, y6)]
        for letter, (cx, cy) in zip(letters, corners, strict=True):
            assert (where[letter][0] < x) == (cx < (x1 + x3) / 2)
            assert (where[letter][1] < y) == (cy < (y1 + y6) / 2)


@settings(max_examples=25, deadline=None)
@given(
    places=st.lists(st.tuples(LABELS, st.sampled_from(PARTS)), max_size=40),
)  # fmt: skip
def test_the_pain_page_is_sound_with_any_list(places: list[tuple[str, str]]) -> None:
    sheet = Pain("Pain", tuple(places), ("front", "back"), ("L", "R"),
                 tuple(map(str, range(11))), ("none", "worst"), Rows("More", ()))  # fmt: skip
    pages = lay_pain(sheet, PRESSES[1])
    assert_sound(pages, made_up)
    said = text_of(pages).split()
    for text, _ in places:
        assert all(word in said for word in text.split())


def test_what_hurts_is_tied_to_the_figure(shelf: Shelf, press: Press) -> None:
    content = sheet(shelf, PAIN, ()).content
    assert isinstance(content, Pain)
    first = lay(content, press)[0]
    said = [word.text for word in first.words()]
    for number, (text, part) in enumerate(content.places, start=1):
        assert said[said.index(text) - 1] == str(number)
        assert part or text == "skin"
    assert [word for word in said if word.isdigit()][-11:] == [str(n) for n in range(11)]


def test_left_and_right_are_the_persons_own(shelf: Shelf, press: Press) -> None:
    """Seen from the front, their right hand is at the left of the picture."""
    first = lay(sheet(shelf, PAIN, ()).content, press)[0]
    marks = sorted((word.box.x, word.text) for word in first.words() if word.text in ("L", "R"))
    assert [text for _, text in marks] == ["R", "L", "L", "R"]
    under = sorted((word.box.x, word.text) for word in first.words() if word.ink and word.text in
                   ("front view", "back view"))  # fmt: skip
    assert [text for _, text in under] == ["front view", "back view"]


def test_labels_low_on_the_figure_stay_above_the_scale(press: Press) -> None:
    places = tuple((f"toe {n}", "foot") for n in range(8))
    sheet = Pain("Pain", places, ("front", "back"), ("L", "R"), ("0", "1"), ("none", "worst"),
                 Rows("More", ()))  # fmt: skip
    (page,) = lay_pain(sheet, press)
    assert_sound([page], press.widths)
    scale = min(mark.box.y for mark in page.marks if isinstance(mark, Frame) and mark.edge)
    assert max(word.box.bottom for word in page.words() if "toe" in word.text) <= scale


@settings(max_examples=25, deadline=None)
@given(
    parts=st.lists(
        st.builds(Part, LABELS, st.lists(LABELS, max_size=9).map(tuple), st.integers(0, 3)),
        min_size=1,
        max_size=14,
    ),
    numbered=st.booleans(),
)
def test_prose_of_any_length_is_sound_and_whole(parts: list[Part], numbered: bool) -> None:
    if numbered:
        parts = [replace(part, heading=str(n)) for n, part in enumerate(parts, start=1)]
    pages = lay_prose(Prose("Read me", tuple(parts), numbered), PRESSES[0])
    assert_sound(pages, made_up)
    said = text_of(pages).split()
    for part in parts:
        for text in part.texts:
            assert all(word in said for word in text.split())


def test_the_instructions_are_those_of_the_guidance_with_the_persons_signals(
    press: Press,
) -> None:
    mine = shipped(Settings(passport_yes="I look up", passport_no="I close my eyes."))
    said = text_of(lay(sheet(mine, "scanning", ()).content, press))
    steps = steps_text(yes="I look up.", no="I close my eyes.")
    found = [f"{number} {step}" for number, step in enumerate(steps, start=1)]
    assert " ".join(found) in said.replace("How to spell with me ", "")


def test_letters_stand_larger_than_anything_else_on_their_sheet(shelf: Shelf, press: Press) -> None:
    (page,) = lay(sheet(shelf, ALPHABET, ()).content, press)
    letters = [word.size for word in page.words() if len(word.text) == 1 and word.text.isalpha()]
    assert len(letters) == 26 and min(letters) >= 48
    assert min(letters) == max(letters) == max(word.size for word in page.words())


def test_the_passport_says_how_the_person_likes_to_talk(press: Press) -> None:
    """The answers of the partner's card, from the same place (G66)."""
    mine = shipped(Settings(talk_guess="no", passport_talk="Please be patient."))
    said = text_of(lay(sheet(mine, "passport", ()).content, press))
    assert "Please do not guess. Let me finish." in said
    assert "Please be patient." in said
