"""The words of papers, their options and choices on the screen."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kts_desktop.services.paper_options import Option


def paper_name(paper: str) -> str:
    """Return what a paper is called; one of a newer version stands for itself."""
    return _papers().get(paper, paper)


def option_name(option: str) -> str:
    """Return the label of an option."""
    return _options().get(option, option)


def choice_names(option: Option) -> tuple[tuple[str, str], ...]:
    """Return the choices of an option with their labels."""
    names = _choices()
    return tuple((code, names.get(code, code)) for code in option.choices)


def choice_of_all() -> str:
    """Return the label of no choice among the items of a value list."""
    return QCoreApplication.translate("papers", "all")


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
        "matrix": translate("papers", "Attendance of a series"),
        "signs": translate("papers", "Table signs"),
        "certificate": translate("papers", "Certificates of participation"),
        "programme": translate("papers", "Event programme"),
        "contacts": translate("papers", "Contact list"),
        "handover": translate("papers", "Handover list"),
        "hits": translate("papers", "Search result on one page"),
        "report": translate("papers", "Quarterly report"),
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
        "state": translate("papers", "Federal state"),
        "body_kind": translate("papers", "Kind of body"),
        "order": translate("papers", "Sorted by"),
        "phone": translate("papers", "Phone numbers"),
        "mail": translate("papers", "E-mail addresses"),
        "days_ahead": translate("papers", "Days ahead"),
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
    }
