"""Names that layouts have to survive."""

LATIN = "".join(
    chr(code) for code in range(0x00C0, 0x0250) if chr(code).isalpha()
)  # Latin-1 letters, Extended-A and -B: the names of Europe
LONGEST = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikanten"
NAMES = (
    "Łukasz-Ždźarški Çiçektepe",
    "Nguyễn Thị Ánh",
    "von und zu Musterhausen-Beispielberg-Unterschleißheim",
    LONGEST,
    LONGEST[:20] * 16,
    "Ἀλέξης Παπαδόπουλος",
    "Иван Иванович Щукин",
    "עברית שם",
    "اسم عربي",
    "漢字 名前",
    "Kim 🌲🎉",
    "<b>Fett</b> & </para> &amp;",
    "A\u00adB\u200bC\u202eD",
    "e\u0301 zerlegt",
    "  ",
    "X",
    "a-" * 40,
    *(LATIN[start : start + 40] for start in range(0, len(LATIN), 40)),
)
