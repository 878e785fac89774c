# ruff: noqa: INP001, S314, S603 - a tool of the checkout, run on its own files
"""Refresh the translations: gather the texts of the program, keep what is translated, compile.

python resources/i18n/update.py          refresh in place; then translate what is unfinished in kts_de.ts
python resources/i18n/update.py FOLDER   refresh copies in a folder, to see whether anything was forgotten

``kts_de.ts`` holds every text, ``kts_en.ts`` only those with a number: the sources are English. The collector
does not see that a text has a number where it is translated outside a class; here ``%n`` tells it.
"""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NUMBER = "%n"
Forms = dict[tuple[str, str], list[str]]


def main(folder: Path) -> None:
    """Gather, keep, compile."""
    listed = folder / "sources.lst"
    sources = sorted(str(path) for path in (ROOT / "kts_desktop").rglob("*.py"))
    listed.write_text("\n".join(sources), encoding="utf-8")
    german, english = folder / "kts_de.ts", folder / "kts_en.ts"
    for file in (german, english):
        if folder != HERE and (HERE / file.name).exists():
            shutil.copyfile(HERE / file.name, file)
    kept = {file: _forms(file) for file in (german, english)}
    _gather(german, listed)
    shutil.copyfile(german, english)
    _settle(german, kept[german], only_numbers=False)
    _settle(english, kept[english], only_numbers=True)
    for file in (german, english):
        _run("pyside6-lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))
    listed.unlink()


def _gather(file: Path, listed: Path) -> None:
    options = ("-no-obsolete", "-locations", "none", "-no-ui-lines", "-target-language", "de", "-silent")
    _run("pyside6-lupdate", f"@{listed}", *options, "-ts", str(file))


def _forms(file: Path) -> Forms:
    """Return the forms of all texts with a number as they are translated now."""
    if not file.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): [
            form.text or "" for form in message.iter("numerusform")
        ]
        for context in ET.parse(file).iter("context")
        for message in context.iter("message")
        if NUMBER in message.findtext("source", "")
    }


def _settle(file: Path, kept: Forms, *, only_numbers: bool) -> None:
    """Give texts with a number their forms, and write all in the order of the alphabet."""
    tree = ET.parse(file)
    root = tree.getroot()
    root.set("language", file.stem.removeprefix("kts_"))
    for context in list(root.iter("context")):
        for message in list(context.iter("message")):
            source = message.findtext("source", "")
            if NUMBER in source:
                _give_forms(message, kept.get((context.findtext("name", ""), source), []))
            elif only_numbers:
                context.remove(message)
        if context.find("message") is None:
            root.remove(context)
    root[:] = sorted(root, key=_name)
    for context in root:
        context[:] = sorted(context, key=_name)
    ET.indent(tree, "    ")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def _give_forms(message: ET.Element, forms: list[str]) -> None:
    message.set("numerus", "yes")
    translation = message.find("translation")
    if translation is None:
        translation = ET.SubElement(message, "translation")
    translation.clear()
    if not all(forms) or len(forms) != 2:  # noqa: PLR2004 - one and many, in German and English
        translation.set("type", "unfinished")
        forms = ["", ""]
    for form in forms:
        ET.SubElement(translation, "numerusform").text = form


def _name(part: ET.Element) -> tuple[str, str]:
    if part.tag == "name":
        return "", ""
    return part.findtext("name") or part.findtext("source") or "", part.findtext("comment") or ""


def _run(tool: str, *words: str) -> None:
    path = Path(sys.executable).with_name(tool)
    subprocess.run([str(path) if path.exists() else tool, *words], check=True, cwd=ROOT)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE)
