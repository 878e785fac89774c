"""Phone numbers from the blocks set aside for film and fiction, typed in six ways."""

import random

BLOCKS = (("030", "23125"), ("069", "90009"), ("040", "66969"), ("0221", "4710"), ("089", "99998"))
MOBILE = "0171"
_MOBILE_BLOCK = "39200"
_EXTENSIONS = 1000
_MOBILES = 99  # the last one is shared on purpose
_WAYS = (
    "{area} {trunk}-{extension}",
    "{area}/{trunk}-{extension}",
    "({area}) {trunk}{extension}",
    "+49 {bare} {trunk}-{extension}",
    "+49 (0){bare} {trunk} {extension}",
    "{area} {trunk} {extension}",
)


class Numbers:
    """Deals out numbers in mixed order; they begin again only when all are taken."""

    def __init__(self, rng: random.Random) -> None:
        self._fixed = [(block, f"{own:03}") for block in BLOCKS for own in range(100, _EXTENSIONS)]
        self._mobile = [f"{own:02}" for own in range(_MOBILES)]
        rng.shuffle(self._fixed)
        rng.shuffle(self._mobile)
        self._fixed_given = self._mobiles_given = self._switchboards = 0

    def fixed(self) -> str:
        """Return the next fixed number, typed in the next of six ways."""
        (area, trunk), extension = self._fixed[self._fixed_given % len(self._fixed)]
        way = _WAYS[self._fixed_given % len(_WAYS)]
        self._fixed_given += 1
        return way.format(area=area, bare=area[1:], trunk=trunk, extension=extension)

    def mobile(self) -> str:
        """Return the next mobile number."""
        own = self._mobile[self._mobiles_given % len(self._mobile)]
        self._mobiles_given += 1
        return f"{MOBILE} {_MOBILE_BLOCK}{own}"

    def switchboard(self) -> str:
        """Return the number of a switchboard, as it often stands on letterheads."""
        area, trunk = BLOCKS[self._switchboards % len(BLOCKS)]
        self._switchboards += 1
        return f"{area} {trunk}-0 (Zentrale)"
