"""The mask of a version: which fields of a record have a live version with one dot.

Bit n stands for the field of that number, bit 0 for existence. A version of existence says either "here" or
"in the bin"; the second is the bit ``BINNED``, so that it needs no row of its own.
"""

from collections.abc import Iterator

EXISTENCE_BIT = 1
BINNED = 1 << 62
MOST_FIELDS = 61  # a mask is a whole number of 64 bits, one of them its sign
_FIELDS = BINNED - 1


def bit(number: int) -> int:
    """Return the bit of a field."""
    return 1 << number


def fields_of(mask: int) -> Iterator[int]:
    """Yield the numbers of the fields in a mask, existence included."""
    mask &= _FIELDS
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def without(mask: int, fields: int) -> int:
    """Return a mask less some fields; what is said of existence goes with it."""
    left = mask & ~fields
    return left & ~BINNED if fields & EXISTENCE_BIT else left


def has_fields(mask: int) -> bool:
    """Tell whether a mask still names a field."""
    return bool(mask & _FIELDS)
