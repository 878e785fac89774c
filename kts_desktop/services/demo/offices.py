"""What the people of the demo do at their bodies, in the female and the male form."""

from kts_desktop.services.demo.desk import Body

_LARGE = 80_000
_MAYORS = (("Bürgermeisterin", "Bürgermeister"), ("Oberbürgermeisterin", "Oberbürgermeister"))
_COUNTY = ("Landrätin", "Landrat")
_JOINT = ("Amtsvorsteherin", "Amtsvorsteher")
_DEPUTY = ("Beigeordnete", "Beigeordneter")
TITLES = frozenset(name for pair in (*_MAYORS, _COUNTY, _JOINT, _DEPUTY) for name in pair) | {"Mayor"}
_FIRST = (
    "Projektleitung Smart City",
    "Leitung Stabsstelle Digitalisierung",
    "Chief Digital Officer",
    "Projektleitung Smart City",
)
_OTHERS = (
    "IT-Leitung",
    "Stadtplanung",
    "Klimaanpassung",
    "Wirtschaftsförderung",
    "Feuerwehr",
    "Öffentlichkeitsarbeit",
)
_BY_GROUP = {
    "state": ("Referatsleitung Digitale Kommune", "Referat Smart City"),
    "platform": ("Geschäftsführung", "Referat Digitalisierung"),
    "research": ("Projektleitung Begleitforschung", "Wissenschaftliche Mitarbeit"),
    "press": ("Redaktion", "Redaktion"),
    "abroad": ("Smart City Coordinator", "International Relations"),
}
_UNITS = ("Stabsstelle Digitalisierung", "Amt für Stadtentwicklung", "Fachbereich Zentrale Dienste")


def function_of(body: Body | None, place: int, number: int, *, is_man: bool) -> str:
    """Return the function of the person at a place of a body; the second of a municipality is its head."""
    if body is None:
        return "Sachgebiet Digitales"
    if body.group in _BY_GROUP:
        return _BY_GROUP[body.group][place % 2]
    if place == 0:
        return _FIRST[number % len(_FIRST)]
    if place == 1 and body.group in ("model", "other"):
        return _head(body, is_man=is_man)
    return _OTHERS[number % len(_OTHERS)]


def unit_of(body: Body, function: str, number: int) -> str:
    """Return the unit of a post; heads have none."""
    if function in TITLES or body.group not in ("model", "other"):
        return ""
    return {"Feuerwehr": "Feuerwehr", "Leitung Feuerwehr": "Feuerwehr"}.get(
        function, _UNITS[number % len(_UNITS)]
    )


def _head(body: Body, *, is_man: bool) -> str:
    if body.name.startswith(("Landkreis", "Kreis")):
        return _COUNTY[is_man]
    if body.name.startswith("Amt "):
        return _JOINT[is_man]
    if not body.key.isdigit():
        return _DEPUTY[is_man]
    return _MAYORS[body.population >= _LARGE][is_man]
