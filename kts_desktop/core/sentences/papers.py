"""Sentences about papers and printing: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "batch_no_room": (
        "{folder} has {free} MB left, and {needed} MB are needed, so nothing was printed. Free some space or"
        " choose another folder.",
        "In {folder} sind noch {free} MB frei, gebraucht werden {needed} MB; deshalb wurde nichts gedruckt."
        " Schaffen Sie Platz oder wählen Sie einen anderen Ordner.",
    ),
    "text_file_unreadable": (
        "{name} could not be read as a text. Check the name of the file, and that it is a text file of"
        " 1 MB at most.",
        "{name} ließ sich nicht als Text lesen. Prüfen Sie den Namen und ob es eine Textdatei von höchstens"
        " 1 MB ist.",
    ),
    "paper_failed": (
        "The paper {name} could not be laid out and was skipped. The log says more.",
        "Das Dokument {name} ließ sich nicht setzen und wurde ausgelassen. Näheres steht im Protokoll.",
    ),
    "paper_nobody": (
        "Nobody is meant by that, so nothing was printed. Check state and cohort.",
        "Damit ist niemand gemeint, deshalb wurde nichts gedruckt. Prüfen Sie Land und Staffel.",
    ),
    "exchange_report_none": (
        "No one package that was taken over has this number. Give the whole number, as exchange log lists it,"
        " or none for the package taken over last.",
        "Zu dieser Nummer gibt es nicht genau ein übernommenes Paket. Nennen Sie die ganze Nummer, wie exchange"
        " log sie aufzählt, oder keine für das zuletzt übernommene.",
    ),
    "keycard_none": (
        "This laptop has no identifier yet, so there is no key card to print. Save its card once under"
        " Exchange, Laptops, or with exchange card.",
        "Dieses Gerät hat noch keine Kennung, deshalb gibt es keine Schlüsselkarte zu drucken. Speichern Sie"
        " einmal seine Karte unter Austausch, Geräte, oder mit exchange card.",
    ),
    "report_unreadable": (
        "A newer version of the program froze this report. Its files can be opened; to see the figures here,"
        " update the program.",
        "Eine neuere Version des Programms hat diesen Bericht festgeschrieben. Seine Dateien lassen sich öffnen;"
        " um die Zahlen hier zu sehen, aktualisieren Sie das Programm.",
    ),
    "recipe_unknown": (
        "There is no recipe called {name}. The command print recipes lists them.",
        "Eine Vorlage namens {name} gibt es nicht. Der Befehl print recipes zählt sie auf.",
    ),
    "recipe_without_name": ("A recipe needs a name.", "Eine Vorlage braucht einen Namen."),
    "recipe_name_long": (
        "The name of a recipe may have at most {most} letters. Shorten it.",
        "Der Name einer Vorlage darf höchstens {most} Zeichen haben. Kürzen Sie ihn.",
    ),
    "recipe_of_office": (
        "{name} is a recipe of the office, which cannot be changed. Choose another name.",
        "{name} ist eine Vorlage des Büros, die sich nicht ändern lässt. Wählen Sie einen anderen Namen.",
    ),
    "recipe_name_taken": (
        "There is a recipe called {name} already. Choose another name.",
        "Eine Vorlage namens {name} gibt es schon. Wählen Sie einen anderen Namen.",
    ),
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
    "sheet_place_beyond": (
        "The sheet has {most} labels, so there is no label {place} to begin at, and nothing was printed. Give a"
        " number from 1 to {most}.",
        "Der Bogen hat {most} Etiketten; ein Etikett {place} zum Beginnen gibt es nicht, deshalb wurde nichts"
        " gedruckt. Nennen Sie eine Zahl von 1 bis {most}.",
    ),
    "printer_refused": (
        "The printer {printer} did not begin, so nothing was printed. Check that it is switched on and reached,"
        " or save the paper as PDF.",
        "Der Drucker {printer} hat nicht begonnen, deshalb wurde nichts gedruckt. Prüfen Sie, ob er eingeschaltet"
        " und erreichbar ist, oder speichern Sie das Papier als PDF.",
    ),
}
