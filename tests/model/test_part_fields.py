"""What is written in the fields of a sentence can always be read again from its file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.files.obf.parts import parts_fields, read_part, read_sentence
from aac.model.part_fields import PART_FIELDS, part_text, part_with, slots_of
from aac.model.parts import Part, SayParts

KEYS = st.sampled_from([key for key in PART_FIELDS if key.startswith("part_")])
TEXTS = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" {}"),
                max_size=12)  # fmt: skip
PART = Part("where", "left {side}", "left")
SENTENCE = SayParts("It hurts {where}", "It hurts: ", "It hurts.", ("where", "how"))


@given(st.sampled_from([PART, SENTENCE]), st.lists(st.tuples(KEYS, TEXTS), max_size=6))
def test_whatever_is_written_is_there_when_the_board_is_read_again(
    action: Part | SayParts, written: list[tuple[str, str]]
) -> None:
    for key, text in written:
        if (key in ("part_slot", "part_alone")) == isinstance(action, Part):
            action = part_with(action, key, text.strip())
    fields = parts_fields(action)
    if isinstance(action, Part):
        found = read_part(fields["ext_wren_part"])
    else:
        found = read_sentence(fields["ext_wren_sentence"])
    assert found is not None and found[0] == action


def test_the_fields_show_what_stands_in_them() -> None:
    assert [part_text(PART, key) for key in ("part_slot", "part_alone")] == ["where", "left"]
    shown = [part_text(SENTENCE, key) for key in ("part_start", "part_otherwise", "part_order")]
    assert shown == ["It hurts {where}", "It hurts:", "where, how"]


def test_the_places_of_all_sentences_are_known_each_once() -> None:
    other = SayParts("", "", "Now.", ("how", "when"))
    assert slots_of([PART, SENTENCE, other]) == ("where", "how", "when")


def test_a_sentence_keeps_its_places_and_a_part_its_place_where_none_is_written() -> None:
    assert part_with(SENTENCE, "part_order", " , ") == SENTENCE
    assert part_with(PART, "part_slot", "") == PART
    assert part_with(SENTENCE, "part_order", "How, where; how") == SayParts(
        SENTENCE.start, SENTENCE.otherwise, SENTENCE.bare, ("how", "where")
    )
