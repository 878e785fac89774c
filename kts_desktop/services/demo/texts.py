"""Text blocks of the demo, dealt out evenly and filled with names of places, themes and people."""

import random
from collections.abc import Mapping, Sequence


class Texts:
    """Deals out the blocks of each kind: every block once in mixed order, then again from the start."""

    def __init__(self, blocks: Mapping[str, Sequence[str]], rng: random.Random) -> None:
        self._blocks = blocks
        self._rng = rng
        self._hands: dict[str, list[str]] = {}

    def say(self, kind: str, *, kommune: str = "", thema: str = "", person: str = "") -> str:
        """Return the next block of a kind with its names filled in; raises KeyError for an unknown kind."""
        hand = self._hands.get(kind)
        if not hand:
            hand = list(self._blocks[kind])
            self._rng.shuffle(hand)
            self._hands[kind] = hand
        return filled(hand.pop(), kommune=kommune, thema=thema, person=person)

    def block(self, kind: str, place: int) -> str:
        """Return one certain block of a kind, counted round."""
        blocks = self._blocks[kind]
        return blocks[place % len(blocks)]


def filled(block: str, *, kommune: str = "", thema: str = "", person: str = "") -> str:
    """Return a block with its names; ``{person_obj}`` is the person as an object: mit Herrn Maierfeld."""
    as_object = f"Herrn {person.removeprefix('Herr ')}" if person.startswith("Herr ") else person
    text = block.format(kommune=kommune, thema=thema, person=person, person_obj=as_object)
    return text[:1].upper() + text[1:]
