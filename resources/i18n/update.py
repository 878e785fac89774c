"""Refresh the translations: gather the texts of the program, keep what is translated, compile.

python resources/i18n/update.py          refresh in place; then translate what is unfinished in kts_de.ts
python resources/i18n/update.py FOLDER   refresh copies in another folder, to see whether anything was forgotten

``kts_de.ts`` holds every text, ``kts_en.ts`` only those with a number: the sources are English.
"""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = {"de": (), "en": ("-pluralonly",)}


def main(folder: Path) -> None:
    """Gather, keep, compile."""
    listed = folder / "sources.lst"
    sources = sorted(str(path) for path in (ROOT / "kts_desktop").rglob("*.py"))
    listed.write_text("\n".join(sources), encoding="utf-8")
    for language, options in LANGUAGES.items():
        file = folder / f"kts_{language}.ts"
        if folder != HERE and (HERE / file.name).exists():
            shutil.copyfile(HERE / file.name, file)
        keep = ("-no-obsolete", "-locations", "none", "-no-ui-lines", "-target-language", language)
        _run("pyside6-lupdate", f"@{listed}", *keep, *options, "-silent", "-ts", str(file))
        _settle(file)
        _run("pyside6-lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))
    listed.unlink()


def _settle(file: Path) -> None:
    """Write contexts and texts in the order of the alphabet, so that a change shows as what it is."""
    tree = ET.parse(file)
    root = tree.getroot()
    root[:] = sorted(root, key=_name)
    for context in root:
        context[:] = sorted(context, key=_name)
    ET.indent(tree, "    ")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def _name(part: ET.Element) -> tuple[str, str]:
    if part.tag == "name":
        return "", ""
    return part.findtext("name") or part.findtext("source") or "", part.findtext("comment") or ""


def _run(tool: str, *words: str) -> None:
    path = Path(sys.executable).with_name(tool)
    subprocess.run([str(path) if path.exists() else tool, *words], check=True, cwd=ROOT)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE)
