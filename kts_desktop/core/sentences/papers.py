"""Sentences about papers and printing: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "paper_disk_full": (
        "There is no room left in {folder}, so {name} was not written. Free some space and print again.",
        "In {folder} ist kein Platz mehr, deshalb wurde {name} nicht geschrieben."
        " Schaffen Sie Platz und drucken Sie erneut.",
    ),
    "paper_folder_gone": (
        "The folder {folder} does not exist, so {name} was not written. Choose another folder.",
        "Den Ordner {folder} gibt es nicht, deshalb wurde {name} nicht geschrieben."
        " Wählen Sie einen anderen Ordner.",
    ),
    "paper_not_writable": (
        "{name} could not be written in {folder}. Perhaps the file is open in another program,"
        " or the folder may not be changed; choose another place.",
        "{name} konnte in {folder} nicht geschrieben werden. Vielleicht ist die Datei in einem anderen Programm"
        " geöffnet oder der Ordner schreibgeschützt; wählen Sie einen anderen Ort.",
    ),
    "printer_refused": (
        "The printer {printer} did not begin, so nothing was printed. Check that it is switched on and reached,"
        " or save the paper as PDF.",
        "Der Drucker {printer} hat nicht begonnen, deshalb wurde nichts gedruckt. Prüfen Sie, ob er eingeschaltet"
        " und erreichbar ist, oder speichern Sie das Papier als PDF.",
    ),
}
