"""The pages in the order of the navigation; each is imported when it is first shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kts_desktop.core.settings import Settings
from kts_desktop.core.words import QT_TRANSLATE_NOOP
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.workspace import Workspace

Builder = Callable[[Workspace, Settings], Page]

SECTIONS: Mapping[str, str] = {
    "work": QT_TRANSLATE_NOOP("pages", "Work"),
    "directory": QT_TRANSLATE_NOOP("pages", "Directory"),
    "output": QT_TRANSLATE_NOOP("pages", "Output"),
    "program": "",  # stands at the foot of the navigation, without a heading
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """One area: its key, its title, where the navigation shows it (no section: not there), its page.

    ``kinds`` are the records the page opens, ``lists`` those it lists; a record's kind is its table's name.
    """

    key: str
    source_title: str
    icon: str
    build: Builder
    section: str = ""
    kinds: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()

    def title(self) -> str:
        """Return the title in the language in force."""
        return QCoreApplication.translate("pages", self.source_title)


def section_title(section: str) -> str:
    """Return the heading of a section in the language in force; empty for the foot."""
    source = SECTIONS[section]
    return QCoreApplication.translate("pages", source) if source else ""


def _today(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.today.page import TodayPage

    return TodayPage(workspace, settings)


def _cases(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.cases.page import CasesPage

    return CasesPage(workspace, settings)


def _events(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.events.page import EventsPage

    return EventsPage(workspace, settings)


def _projects(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.projects.page import ProjectsPage

    return ProjectsPage(workspace, settings)


def _contacts(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.contacts.page import ContactsPage

    return ContactsPage(workspace, settings)


def _packs(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.packs.page import PacksPage

    return PacksPage(workspace, settings)


def _reports(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.reports.page import ReportsPage

    return ReportsPage(workspace, settings)


def _exchange(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.exchange.page import ExchangePage

    return ExchangePage(workspace, settings)


def _search(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.search.page import SearchPage

    return SearchPage(workspace, settings)


def _settings(workspace: Workspace, settings: Settings) -> Page:
    from kts_desktop.ui.settings.page import SettingsPage

    return SettingsPage(workspace, settings)


PAGES = (
    PageEntry(
        key="today",
        source_title=QT_TRANSLATE_NOOP("pages", "My day"),
        icon="inbox",
        build=_today,
        section="work",
    ),
    PageEntry(
        key="cases",
        source_title=QT_TRANSLATE_NOOP("pages", "Advisory cases"),
        icon="folder-kanban",
        build=_cases,
        section="work",
        kinds=("advisory_case", "note", "task"),
        lists=("advisory_case",),
    ),
    PageEntry(
        key="events",
        source_title=QT_TRANSLATE_NOOP("pages", "Exchange events"),
        icon="calendar-days",
        build=_events,
        section="work",
        kinds=("event", "registration"),
        lists=("event",),
    ),
    PageEntry(
        key="projects",
        source_title=QT_TRANSLATE_NOOP("pages", "Municipalities & projects"),
        icon="building-2",
        build=_projects,
        section="directory",
        kinds=("organisation", "project", "measure"),
    ),
    PageEntry(
        key="contacts",
        source_title=QT_TRANSLATE_NOOP("pages", "Contacts"),
        icon="users",
        build=_contacts,
        section="directory",
        kinds=("person",),
        lists=("person", "organisation"),
    ),
    PageEntry(
        key="packs",
        source_title=QT_TRANSLATE_NOOP("pages", "Papers"),
        icon="file-text",
        build=_packs,
        section="output",
        kinds=("pack",),
    ),
    PageEntry(
        key="reports",
        source_title=QT_TRANSLATE_NOOP("pages", "Quarterly report"),
        icon="chart-column",
        build=_reports,
        section="output",
        kinds=("report",),
    ),
    PageEntry(
        key="exchange",
        source_title=QT_TRANSLATE_NOOP("pages", "Exchange"),
        icon="refresh-cw",
        build=_exchange,
        section="output",
        kinds=("exchange.packages", "exchange.laptops", "exchange.conflicts"),
    ),
    PageEntry(
        key="search",
        source_title=QT_TRANSLATE_NOOP("pages", "Search"),
        icon="search",
        build=_search,
    ),
    PageEntry(
        key="settings",
        source_title=QT_TRANSLATE_NOOP("pages", "Settings"),
        icon="settings",
        build=_settings,
        section="program",
        kinds=("settings.keys", "settings.about", "settings.privacy"),
    ),
)
