"""Names of countries by their two letters, for addresses abroad; German and English."""

from types import MappingProxyType

HOME = "DE"
_WORDS = """
AT Österreich/Austria BE Belgien/Belgium BG Bulgarien/Bulgaria BR Brasilien/Brazil CA Kanada/Canada
CH Schweiz/Switzerland CL Chile/Chile CN China/China CO Kolumbien/Colombia CY Zypern/Cyprus
CZ Tschechien/Czechia DE Deutschland/Germany DK Dänemark/Denmark EE Estland/Estonia ES Spanien/Spain
FI Finnland/Finland FR Frankreich/France GB Vereinigtes_Königreich/United_Kingdom GR Griechenland/Greece
HR Kroatien/Croatia HU Ungarn/Hungary ID Indonesien/Indonesia IE Irland/Ireland IN Indien/India
IS Island/Iceland IT Italien/Italy JP Japan/Japan KE Kenia/Kenya KR Südkorea/South_Korea
LI Liechtenstein/Liechtenstein LT Litauen/Lithuania LU Luxemburg/Luxembourg LV Lettland/Latvia
MA Marokko/Morocco MT Malta/Malta MX Mexiko/Mexico NL Niederlande/Netherlands NO Norwegen/Norway
PE Peru/Peru PL Polen/Poland PT Portugal/Portugal RO Rumänien/Romania RS Serbien/Serbia SE Schweden/Sweden
SI Slowenien/Slovenia SK Slowakei/Slovakia TN Tunesien/Tunisia TR Türkei/Türkiye UA Ukraine/Ukraine
US Vereinigte_Staaten/United_States ZA Südafrika/South_Africa
"""
_PARTS = _WORDS.split()
NAMES = MappingProxyType(
    {
        code: tuple(name.replace("_", " ").split("/"))
        for code, name in zip(_PARTS[::2], _PARTS[1::2], strict=True)
    }
)


def country_name(code: str, language: str) -> str:
    """Return the name of a country; an unknown code stands for itself."""
    german, english = NAMES.get(code, (code, code))
    return german if language == "de" else english


def countries(language: str) -> list[tuple[str, str]]:
    """Return (code, name) for a choice, home first, then by the alphabet."""
    named = [(code, country_name(code, language)) for code in NAMES]
    return sorted(named, key=lambda one: (one[0] != HOME, one[1].replace("Ö", "O")))
