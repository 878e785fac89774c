"""Sentences about files that come in: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "import_missing": (
        "The file “{name}” is not there. Nothing was taken over; please choose it again.",
        "Die Datei „{name}“ gibt es nicht. Es wurde nichts übernommen; bitte wählen Sie sie erneut.",
    ),
    "import_unreadable": (
        "The file “{name}” cannot be read. Nothing was taken over; please copy it to this computer first.",
        "Die Datei „{name}“ lässt sich nicht lesen. Es wurde nichts übernommen; "
        "bitte kopieren Sie sie zuerst auf diesen Rechner.",
    ),
    "import_empty": (
        "The file “{name}” is empty. Nothing was taken over; please fetch it again.",
        "Die Datei „{name}“ ist leer. Es wurde nichts übernommen; bitte besorgen Sie sie erneut.",
    ),
    "import_too_large": (
        "The file “{name}” is larger than {limit} MB. Nothing was taken over; is it the right file?",
        "Die Datei „{name}“ ist größer als {limit} MB. Es wurde nichts übernommen; ist es die richtige Datei?",
    ),
    "import_packing_damaged": (
        "The packed file “{name}” is damaged or cut off. Nothing was taken over; please fetch it again.",
        "Die gepackte Datei „{name}“ ist beschädigt oder abgeschnitten. Es wurde nichts übernommen; "
        "bitte besorgen Sie sie erneut.",
    ),
    "register_not_the_format": (
        "Line {line} is not a record of the register GV100AD. The directory stays as it is; "
        "please choose the text file that begins with GV100AD.",
        "Zeile {line} ist kein Satz des Gemeindeverzeichnisses GV100AD. Das Verzeichnis bleibt, wie es ist; "
        "bitte wählen Sie die Textdatei, deren Name mit GV100AD beginnt.",
    ),
    "register_encoding": (
        "Line {line} is not encoded in UTF-8. The directory stays as it is; "
        "please use the file as the statistical office publishes it.",
        "Zeile {line} ist nicht in UTF-8 kodiert. Das Verzeichnis bleibt, wie es ist; "
        "bitte nehmen Sie die Datei so, wie das Statistische Bundesamt sie veröffentlicht.",
    ),
    "register_line_length": (
        "Line {line} has {length} characters instead of {expected}. The directory stays as it is; "
        "please fetch the file again.",
        "Zeile {line} hat {length} statt {expected} Zeichen. Das Verzeichnis bleibt, wie es ist; "
        "bitte besorgen Sie die Datei erneut.",
    ),
    "register_field": (
        "Line {line}: “{value}” in columns {columns} cannot be right. The directory stays as it is; "
        "please fetch the file again.",
        "Zeile {line}: „{value}“ an den Stellen {columns} kann nicht stimmen. Das Verzeichnis bleibt, wie es ist; "
        "bitte besorgen Sie die Datei erneut.",
    ),
    "register_key_twice": (
        "Line {line}: the key {key} comes a second time. The directory stays as it is; "
        "please fetch the file again.",
        "Zeile {line}: Der Schlüssel {key} kommt ein zweites Mal vor. Das Verzeichnis bleibt, wie es ist; "
        "bitte besorgen Sie die Datei erneut.",
    ),
    "register_key_unknown": (
        "Line {line} belongs to the key {key}, which the file does not name. The directory stays as it is; "
        "please fetch the file again.",
        "Zeile {line} gehört zum Schlüssel {key}, den die Datei nicht nennt. Das Verzeichnis bleibt, wie es ist; "
        "bitte besorgen Sie die Datei erneut.",
    ),
    "register_incomplete": (
        "The file is not complete: no municipality with the key {key}. The directory stays as it is; "
        "please fetch the file again.",
        "Die Datei ist nicht vollständig: keine Gemeinde mit dem Schlüssel {key}. "
        "Das Verzeichnis bleibt, wie es ist; bitte besorgen Sie die Datei erneut.",
    ),
}
