"""The colours of the schemes, and the measure that says whether text can be read on them."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

Chip = tuple[str, str]  # text, ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one scheme.

    Text, muted and danger reach 4.5 : 1 on every ground; ``border`` is decoration, ``edge`` the line
    around a field, ``accent`` also the focus ring.
    """

    name: str
    window: str
    surface: str
    sidebar: str
    field: str
    text: str
    muted: str
    border: str
    edge: str
    accent: str
    on_accent: str
    selected: str
    hover: str
    danger: str
    open: Chip
    wait: Chip
    done: Chip
    due: Chip
    plain: Chip

    def chip(self, kind: str) -> Chip:
        """Return text and ground of a status chip: open, wait, done, due; anything else is plain."""
        chips = {"open": self.open, "wait": self.wait, "done": self.done, "due": self.due}
        return chips.get(kind, self.plain)

    def text_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return every pair of text and ground that is drawn."""
        grounds = (self.window, self.surface, self.sidebar, self.field, self.selected, self.hover)
        pairs = [(front, back) for front in (self.text, self.muted) for back in grounds]
        pairs += [(self.danger, back) for back in (self.window, self.surface, self.field)]
        pairs += [(self.accent, back) for back in (self.window, self.surface)]
        chips = (self.open, self.wait, self.done, self.due, self.plain)
        return (*pairs, (self.on_accent, self.accent), (self.surface, self.text), *chips)


LIGHT = Tokens(
    name="light",
    window="#F5F6F8",
    surface="#FFFFFF",
    sidebar="#EDEFF3",
    field="#FFFFFF",
    text="#1B2330",
    muted="#566071",
    border="#D5DAE2",
    edge="#D5DAE2",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    selected="#DCE8FA",
    hover="#E6E9EF",
    danger="#A3202B",
    open=("#1F5FBF", "#E4EDFB"),
    wait=("#7A4B00", "#FFEBC8"),
    done=("#1B6B3A", "#D6F1DF"),
    due=("#A3202B", "#FBDDDF"),
    plain=("#4A5363", "#E6E9EF"),
)
DARK = Tokens(
    name="dark",
    window="#15181E",
    surface="#1C2027",
    sidebar="#12151A",
    field="#14171D",
    text="#E7EAF0",
    muted="#9AA4B5",
    border="#323946",
    edge="#323946",
    accent="#7FB0FF",
    on_accent="#0C1420",
    selected="#263853",
    hover="#232934",
    danger="#FFA7AE",
    open=("#A9CAFF", "#22344F"),
    wait=("#FFCF85", "#43320F"),
    done=("#8FE0AE", "#173A25"),
    due=("#FFA7AE", "#4A1D22"),
    plain=("#C3CAD6", "#2B323E"),
)
CONTRAST = Tokens(
    name="contrast",
    window="#000000",
    surface="#000000",
    sidebar="#000000",
    field="#000000",
    text="#FFFFFF",
    muted="#E2E2E2",
    border="#8C8C8C",
    edge="#FFFFFF",
    accent="#FFD84D",
    on_accent="#000000",
    selected="#003A7A",
    hover="#303030",
    danger="#FFB3B8",
    open=("#B9D7FF", "#06264A"),
    wait=("#FFDF9E", "#3D2A00"),
    done=("#A6F0C0", "#04331A"),
    due=("#FFC2C6", "#4F0A12"),
    plain=("#FFFFFF", "#303030"),
)
SCHEMES = {scheme.name: scheme for scheme in (LIGHT, DARK, CONTRAST)}
_LINEAR_BELOW = 0.03928


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours after WCAG 2, 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parsed = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in (parsed.redF(), parsed.greenF(), parsed.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
