"""The language of the program: translators put in and taken out at run time."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kts_desktop.core.paths import resource

LANGUAGES = ("de", "en")
_LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Speech:
    """Holds the translators in force; ``speak`` exchanges them, and every widget hears of it."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self._language = ""
        self._found = QLocale()

    @property
    def language(self) -> str:
        """The language in force; empty before the first."""
        return self._language

    def speak(self, language: str) -> None:
        """Show the program in a language; dates and numbers follow.

        The English file holds plurals alone: the sources are English.
        """
        self._language = language
        QLocale.setDefault(_LOCALES[language])
        before, self._installed = self._installed, self._load(language)
        for translator in self._installed:
            self._app.installTranslator(translator)
        self._remove(before)

    def fall_silent(self) -> None:
        """Take the translators out and leave the language found: the program ends."""
        QLocale.setDefault(self._found)
        before, self._installed = self._installed, []
        self._remove(before)

    def _remove(self, translators: list[QTranslator]) -> None:
        for translator in translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()

    def _load(self, language: str) -> list[QTranslator]:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        wanted = [(f"qtbase_{language}", folder)] if language != "en" else []
        try:
            wanted.append((f"kts_{language}", str(resource("i18n"))))
        except FileNotFoundError:
            return []
        loaded = []
        for name, place in wanted:
            translator = QTranslator(self._app)
            if translator.load(name, place):
                loaded.append(translator)
        return loaded
