"""Words of the calibration page."""

# each key with its English and its German words
TEXTS: dict[str, tuple[str, str]] = {
    "calibration": ("Calibration {size}", "Kalibrierung {size}"),
    "size": ("{width} × {height} mm ({columns} × {rows})", "{width} × {height} mm ({columns} × {rows})"),
    "how_1": (
        "Print this page on plain paper at 100 per cent, without fitting it to the page.",
        "Drucken Sie diese Seite auf weißes Papier, mit 100 Prozent und ohne Anpassen an die Seite.",
    ),
    "how_2": (
        "Hold it with a label sheet against the light: each cross belongs on the corner of a label.",
        "Halten Sie sie mit einem Etikettenbogen gegen das Licht: Jedes Kreuz gehört auf eine Ecke.",
    ),
    "how_3": (
        (
            "Measure how far the crosses lie off, choose “Set the printer right” in the program, and say it"
            " there: too far right by 1.5 mm."
        ),
        (
            "Messen Sie, wie weit die Kreuze danebenliegen, wählen Sie im Programm „Drucker ausgleichen“, und"
            " sagen Sie es dort: 1,5 mm zu weit rechts."
        ),
    ),
    "how_4": (
        "The scale is exactly 100 mm long; if not, the printer enlarges or shrinks.",
        "Der Maßstab ist genau 100 mm lang; sonst vergrößert oder verkleinert der Drucker.",
    ),
    "scale": (
        "Scale from 0 to 100 mm, with a stroke each millimetre",
        "Maßstab von 0 bis 100 mm, mit einem Strich je Millimeter",
    ),
    "shift": (
        "Shift of this page: {x} to the right, {y} down (tenths of a millimetre)",
        "Verschiebung dieser Seite: {x} nach rechts, {y} nach unten (Zehntelmillimeter)",
    ),
}
