"""Labels of change sets: key to (English, German), as shown behind Undo and in the history."""

from types import MappingProxyType

LABELS = MappingProxyType(
    {
        "setup": ("Office set up", "Büro eingerichtet"),
        "demo": ("Demo office made", "Beispielbüro angelegt"),
        "case.open": ("Case opened", "Fall angelegt"),
        "case.edit": ("Case edited", "Fall bearbeitet"),
        "case.set_state": ("Case state changed", "Fallstatus geändert"),
        "case.delete": ("Case moved to the bin", "Fall in den Papierkorb gelegt"),
        "case.restore": ("Case restored", "Fall wiederhergestellt"),
        "case.link": ("Cases linked", "Fälle verknüpft"),
        "note.add": ("Note added", "Notiz angelegt"),
        "note.edit": ("Note edited", "Notiz bearbeitet"),
        "note.delete": ("Note moved to the bin", "Notiz in den Papierkorb gelegt"),
        "call.log": ("Call logged", "Telefonat festgehalten"),
        "note.assign": ("Note assigned", "Notiz zugeordnet"),
        "task.add": ("Follow-up set", "Wiedervorlage angelegt"),
        "task.edit": ("Follow-up edited", "Wiedervorlage bearbeitet"),
        "task.done": ("Follow-up done", "Wiedervorlage erledigt"),
        "task.reopen": ("Follow-up reopened", "Wiedervorlage wieder geöffnet"),
        "task.move": ("Follow-up moved", "Wiedervorlage verschoben"),
        "task.delete": ("Follow-up moved to the bin", "Wiedervorlage in den Papierkorb gelegt"),
        "person.add": ("Person added", "Person angelegt"),
        "person.edit": ("Person edited", "Person bearbeitet"),
        "person.delete": ("Person moved to the bin", "Person in den Papierkorb gelegt"),
        "person.change_post": ("Change of post recorded", "Stellenwechsel eingetragen"),
        "person.restrict": ("Person restricted", "Person eingeschränkt"),
        "person.merge": ("People merged", "Personen zusammengeführt"),
        "person.distinct": ("Marked as different people", "Als verschiedene Personen markiert"),
        "organisation.add": ("Body added", "Stelle angelegt"),
        "organisation.edit": ("Body edited", "Stelle bearbeitet"),
        "organisation.delete": ("Body moved to the bin", "Stelle in den Papierkorb gelegt"),
        "organisation.adopt": ("Body taken from the directory", "Stelle aus dem Verzeichnis übernommen"),
        "project.edit": ("Model project edited", "Modellprojekt bearbeitet"),
        "project.add": ("Model project added", "Modellprojekt angelegt"),
        "project.delete": ("Model project moved to the bin", "Modellprojekt in den Papierkorb gelegt"),
        "event.schedule": ("Event scheduled", "Veranstaltung angelegt"),
        "event.edit": ("Event edited", "Veranstaltung bearbeitet"),
        "event.cancel": ("Event cancelled", "Veranstaltung abgesagt"),
        "event.delete": ("Event moved to the bin", "Veranstaltung in den Papierkorb gelegt"),
        "registration.add": ("Registration added", "Anmeldung angelegt"),
        "registration.set_state": ("Registration changed", "Anmeldung geändert"),
        "registration.delete": ("Registration moved to the bin", "Anmeldung in den Papierkorb gelegt"),
        "registration.edit": ("Registration edited", "Anmeldung bearbeitet"),
        "paper.printed": ("Paper printed", "Dokument gedruckt"),
        "recipe.save": ("Recipe saved", "Mappenvorlage gespeichert"),
        "settings.office": ("Office settings changed", "Büroeinstellungen geändert"),
        "adviser.edit": ("Adviser edited", "Beraterin oder Berater bearbeitet"),
        "adviser.add": ("Adviser added", "Beraterin oder Berater angelegt"),
        "register.import": ("Register imported", "Gemeindeverzeichnis eingelesen"),
        "reference.load": ("Reference data loaded", "Stammdaten geladen"),
        "bulk.edit": ("Several records edited", "Mehrere Einträge bearbeitet"),
        "bulk.delete": ("Several records moved to the bin", "Mehrere Einträge in den Papierkorb gelegt"),
        "import.csv": ("File imported", "Datei eingelesen"),
        "restore": ("Restored from the bin", "Aus dem Papierkorb geholt"),
    }
)


def label(key: str, language: str) -> str:
    """Return what an undo step is called; an unknown key of a newer version is shown as it is."""
    english, german = LABELS.get(key, (key, key))
    return german if language == "de" else english
