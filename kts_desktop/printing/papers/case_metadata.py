"""The metadata file beside a case file: what an e-file system reads to take the case over.

The schema is ours and small, in the manner of XDOMEA: ``resources/schemas/case-file-1.xsd``.
"""

import hashlib
from datetime import date
from xml.etree import ElementTree as ET

from kts_desktop.printing.paper import Paper
from kts_desktop.services.case_file import CaseFile, Enclosure

NAMESPACE = "urn:kts-desktop:case-file:1"
_TAB, _FIRST_LETTER, _LAST_BEFORE_SURROGATES = "\t\n\r", 0x20, 0xD7FF
_FIRST_AFTER_SURROGATES, _LAST_OF_PLANE, _FIRST_BEYOND = 0xE000, 0xFFFD, 0x10000


def written(data: CaseFile, paper: Paper) -> bytes:
    """Return the metadata of a case and of its file: the same data gives the same bytes."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_name("caseFile"), {"version": "1"})
    _facts(root, data)
    _file(root, data, paper)
    _add(root, "entryCount", str(len(data.entries)))
    documents = ET.SubElement(root, _name("documents"))
    for one in data.enclosures:
        _document(documents, one)
    earlier = ET.SubElement(root, _name("earlierPapers"))
    for printed in data.papers:
        about = {"kind": printed.paper, "at": printed.at.isoformat(), "pages": str(printed.pages)}
        if printed.sha256:
            about["sha256"] = printed.sha256
        _add(earlier, "paper", printed.file_name, about)
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _facts(root: ET.Element, data: CaseFile) -> None:
    facts, head = data.facts, data.head
    _add(root, "identifier", data.uid)
    _add(root, "fileNumber", facts.number)
    _add(root, "subject", facts.subject)
    _add(root, "office", head.office.name)
    _add(root, "body", facts.body, {"place": facts.place} if facts.place else {})
    _add(root, "project", facts.project)
    _add(root, "state", facts.state, {"code": facts.state_code})
    _add(root, "lead", facts.lead)
    _day(root, "received", facts.received)
    _day(root, "closed", facts.closed)
    _day(root, "filed", facts.filed)
    until = {"until": facts.keep_until.isoformat()} if facts.keep_until else {}
    _add(root, "retention", facts.retention, {"code": facts.retention_code, **until})
    _add(root, "filePlace", facts.file_place)
    for theme in facts.themes:
        _add(root, "theme", theme)


def _file(root: ET.Element, data: CaseFile, paper: Paper) -> None:
    _add(
        root,
        "file",
        "",
        {
            "mime": "application/pdf",
            "conformance": "PDF/A-2a PDF/UA-1",
            "language": data.head.language,
            "made": data.head.taken.isoformat(),
            "pages": str(paper.pages),
            "size": str(len(paper.content)),
            "sha256": hashlib.sha256(paper.content).hexdigest(),
        },
    )


def _document(parent: ET.Element, one: Enclosure) -> None:
    about = {
        "number": str(one.number),
        "mime": one.mime,
        "size": str(one.size),
        "sha256": one.sha256,
    }
    if one.dated:
        about["dated"] = one.dated.isoformat()
    if one.place:
        about["belongsTo"] = one.place
    _add(parent, "document", one.name, about)


def _day(parent: ET.Element, name: str, value: date | None) -> None:
    if value is not None:
        _add(parent, name, value.isoformat())


def _add(parent: ET.Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    about = {key: _allowed(value) for key, value in (attributes or {}).items()}
    ET.SubElement(parent, _name(name), about).text = _allowed(text)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _allowed(text: str) -> str:
    """Return the text without the characters XML 1.0 forbids."""
    return "".join(char for char in text if char in _TAB or _is_letter(ord(char)))


def _is_letter(code: int) -> bool:
    return (
        _FIRST_LETTER <= code <= _LAST_BEFORE_SURROGATES
        or _FIRST_AFTER_SURROGATES <= code <= _LAST_OF_PLANE
        or code >= _FIRST_BEYOND
    )
