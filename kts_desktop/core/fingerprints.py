"""The digits by which two people compare a key on the telephone."""

GROUPS = 8
GROUP_LENGTH = 5
_DIGITS = GROUPS * GROUP_LENGTH
_BYTES = 32


def digits_of(fingerprint: bytes) -> str:
    """Return a fingerprint (32 bytes) as eight groups of five digits: 132 of its bits."""
    if len(fingerprint) != _BYTES:
        raise ValueError("a fingerprint has 32 bytes")
    text = f"{int.from_bytes(fingerprint, 'big') % 10**_DIGITS:0{_DIGITS}d}"
    return " ".join(text[at : at + GROUP_LENGTH] for at in range(0, _DIGITS, GROUP_LENGTH))


def is_same(typed: str, fingerprint: bytes) -> bool:
    """Tell whether typed digits, however they are grouped, are those of a fingerprint."""
    return "".join(filter(str.isdigit, typed)) == digits_of(fingerprint).replace(" ", "")
