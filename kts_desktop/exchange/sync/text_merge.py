"""Merging texts that two laptops wrote on from the same one: by lines, and within lines by sentences.

Only a view: nothing is written until somebody decides. Where both changed the same place there is no merge.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_PIECE = re.compile(r"[^\n.!?]*[.!?]+[ \t]*|[^\n.!?]+|\n")  # a sentence, what is left of a line, a line's end
_Edit = tuple[int, int, tuple[str, ...]]  # from, to, instead


def merged(base: str, texts: Sequence[str]) -> str | None:
    """Return all that was changed from ``base`` in one text; None where changes touch the same place."""
    pieces = _PIECE.findall(base)
    edits: list[_Edit] = []
    for text in texts:
        for edit in _edits(pieces, _PIECE.findall(text)):
            if edit in edits:
                continue  # both did the same
            if any(_collide(edit, other) for other in edits):
                return None
            edits.append(edit)
    result: list[str] = []
    place = 0
    for start, end, instead in sorted(edits, key=lambda edit: edit[:2]):
        result.extend(pieces[place:start])
        result.extend(instead)
        place = end
    return "".join([*result, *pieces[place:]])


def _edits(base: list[str], text: list[str]) -> list[_Edit]:
    matcher = SequenceMatcher(None, base, text, autojunk=False)
    return [
        (start, end, tuple(text[new_start:new_end]))
        for kind, start, end, new_start, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _collide(one: _Edit, other: _Edit) -> bool:
    """Tell whether two edits touch: two insertions at one place do, since nobody knows their order."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]
