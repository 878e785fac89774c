"""The words of papers, their options and choices on the screen."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kts_desktop.services.paper_options import Option


def paper_name(paper: str) -> str:
    """Return what a paper is called; one of a newer version stands for itself."""
    return _papers().get(paper, paper)


def option_name(option: str) -> str:
    """Return the label of an option."""
    return _options().get(option) or _of_letter().get(option, option)


def choice_names(option: Option) -> tuple[tuple[str, str], ...]:
    """Return the choices of an option with their labels."""
    names = {**_choices(), **(_of_search() if option.name == "kind" else {})}
    return tuple((code, names.get(code, code)) for code in option.choices)


def choice_of_all() -> str:
    """Return the label of no choice among the items of a value list."""
    return QCoreApplication.translate("papers", "all")


def part_names() -> Mapping[str, str]:
    """Return what the parts of a pack are called, by code."""
    translate = QCoreApplication.translate
    return {
        "cover": translate("papers", "Cover"),
        "contents": translate("papers", "Contents"),
        "glance": translate("papers", "At a glance"),
        "profile": translate("papers", "Profile of the body"),
        "map": translate("papers", "Map"),
        "project": translate("papers", "Project and phases"),
        "measures": translate("papers", "Measures"),
        "persons": translate("papers", "People to talk to"),
        "changes": translate("papers", "Changed since the last visit"),
        "history": translate("papers", "Chronology"),
        "tasks": translate("papers", "Follow-ups"),
        "promises": translate("papers", "Open promises"),
        "cases": translate("papers", "Advisory cases"),
        "event": translate("papers", "Events"),
        "peers": translate("papers", "Similar municipalities"),
        "figures": translate("papers", "Figures"),
        "agenda": translate("papers", "Agenda"),
        "route": translate("papers", "Travel"),
        "documents": translate("papers", "Documents"),
        "text": translate("papers", "Own text"),
        "notes": translate("papers", "Lines for notes"),
    }


def periods() -> tuple[tuple[str, str], ...]:
    """Return how far a paper can look back, in months."""
    translate = QCoreApplication.translate
    return (
        ("6", translate("papers", "6 months")),
        ("12", translate("papers", "1 year")),
        ("24", translate("papers", "2 years")),
        ("60", translate("papers", "5 years")),
        ("120", translate("papers", "10 years")),
    )


def _papers() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "briefing": translate("papers", "Briefing pack"),
        "case": translate("papers", "Case file"),
        "letter": translate("papers", "Letter"),
        "labels": translate("papers", "Mailing labels"),
        "badges": translate("papers", "Name badges"),
        "signin": translate("papers", "Sign-in sheets"),
        "attendance": translate("papers", "Attendance of a series"),
        "signs": translate("papers", "Table signs"),
        "certificate": translate("papers", "Certificates of participation"),
        "programme": translate("papers", "Event programme"),
        "contacts": translate("papers", "Contact list"),
        "handover": translate("papers", "Handover list"),
        "hits": translate("papers", "Search result on one page"),
        "report": translate("papers", "Quarterly report"),
        "exchange": translate("papers", "Exchange report"),
        "keycard": translate("papers", "Key card of this laptop"),
        "calibration": translate("papers", "Calibration page for label sheets"),
    }


def _options() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "language": translate("papers", "Language"),
        "second": translate("papers", "Second language"),
        "months_back": translate("papers", "Look back"),
        "redaction": translate("papers", "For whom"),
        "large": translate("papers", "Large print"),
        "grey": translate("papers", "Without colour"),
        "duplex": translate("papers", "Parts begin on the right"),
        "note_pages": translate("papers", "Pages for notes"),
        "own_text": translate("papers", "Own page of text"),
        "confidentiality": translate("papers", "Confidentiality line"),
        "history": translate("papers", "With all changes"),
        "volume_pages": translate("papers", "Pages a volume"),
        "text": translate("papers", "Text"),
        "package": translate("papers", "Package (number)"),
        "state": translate("papers", "Federal state"),
        "body_kind": translate("papers", "Kind of body"),
        "order": translate("papers", "Sorted by"),
        "phone": translate("papers", "Phone numbers"),
        "mail": translate("papers", "E-mail addresses"),
        "days_ahead": translate("papers", "Days ahead"),
        "kind": translate("papers", "Kind of record"),
        "most": translate("papers", "At most"),
        "columns": translate("papers", "Columns"),
        "sheet": translate("papers", "Sheet"),
        "start": translate("papers", "First free place"),
        "only_new": translate("papers", "Only those not printed yet"),
        "code": translate("papers", "With QR code"),
        "one_per_office": translate("papers", "One for each office"),
        "by_postcode": translate("papers", "Sorted by postcode"),
        "each_session": translate("papers", "A sheet for each session"),
        "doors": translate("papers", "Doors"),
        "blank": translate("papers", "Blank rows"),
        "who": translate("papers", "For whom"),
        "year": translate("papers", "Year"),
        "quarter": translate("papers", "Quarter"),
        "suppress": translate("papers", "Leave out counts below 3"),
        "charts": translate("papers", "With charts"),
        "travel": translate("papers", "How to get there"),
        "online_link": translate("papers", "Link to take part online"),
        "minutes": translate("papers", "Minutes (0: as planned)"),
        "topics": translate("papers", "With topics"),
        "invited": translate("papers", "Also those who never came"),
    }


def _of_letter() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "subject": translate("papers", "Subject"),
        "letter_text": translate("papers", "Text of the letter"),
        "closing": translate("papers", "Closing"),
        "enclosures": translate("papers", "Enclosures"),
        "your_sign": translate("papers", "Your reference"),
        "your_letter": translate("papers", "Your letter of"),
        "dated": translate("papers", "Dated"),
        "signed_by": translate("papers", "Signed by"),
        "on_behalf": translate("papers", "On behalf of the office"),
        "marks": translate("papers", "Fold and punch marks"),
    }


def _choices() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "": translate("papers", "none"),
        "de": translate("papers", "German"),
        "en": translate("papers", "English"),
        "internal": translate("papers", "Us alone"),
        "external": translate("papers", "People outside"),
        "anonymous": translate("papers", "People outside, without names"),
        "name": translate("papers", "name"),
        "body": translate("papers", "body"),
        "stage": translate("papers", "Those on the stage"),
        "all": translate("papers", "Everybody"),
        "80x50": translate("papers", "80 × 50 mm"),
        "90x54": translate("papers", "90 × 54 mm"),
        "a7": translate("papers", "A7 across"),
        "a6": translate("papers", "A6"),
        "70x37": translate("papers", "70 × 37 mm"),
        "99x38": translate("papers", "99.1 × 38.1 mm"),
    }


def _of_search() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "": translate("papers", "all"),
        "organisation": translate("papers", "Bodies"),
        "person": translate("papers", "People"),
        "project": translate("papers", "Model projects"),
        "advisory_case": translate("papers", "Advisory cases"),
        "event": translate("papers", "Events"),
        "measure": translate("papers", "Measures"),
        "note": translate("papers", "Notes"),
        "task": translate("papers", "Follow-ups"),
        "document": translate("papers", "Documents"),
        "knowledge_item": translate("papers", "Knowledge"),
    }
