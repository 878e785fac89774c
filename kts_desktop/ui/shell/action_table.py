"""The table of actions itself: one line each, in the order of the menus."""

from dataclasses import replace

from kts_desktop.core.words import QT_TRANSLATE_NOOP
from kts_desktop.ui.shell.actions import Action, Menu, Need, Where
from kts_desktop.ui.shell.pages import PAGES


def _line(key: str, source: str, *shortcuts: str, icon: str = "", need: Need = Need.NOTHING) -> Action:
    return Action(key=key, source=source, shortcuts=shortcuts, icon=icon, need=need)


def _in(menu: Menu, *lines: Action) -> tuple[Action, ...]:
    return tuple(replace(line, menu=menu) for line in lines)


def _at(where: Where, *lines: Action) -> tuple[Action, ...]:
    return tuple(replace(line, where=where) for line in lines)


_FILE = _in(
    Menu.FILE,
    _line("create", QT_TRANSLATE_NOOP("actions", "&New"), "Ctrl+N", icon="plus", need=Need.CREATE),
    _line(
        "log_call",
        QT_TRANSLATE_NOOP("actions", "Log a &call …"),
        "Ctrl+Shift+N",
        icon="phone",
        need=Need.OPEN,
    ),
    _line("print", QT_TRANSLATE_NOOP("actions", "&Print …"), "Ctrl+P", icon="printer", need=Need.PRINT),
    _line("backup", QT_TRANSLATE_NOOP("actions", "&Back up now"), icon="archive", need=Need.OPEN),
    _line("other_office", QT_TRANSLATE_NOOP("actions", "&Open another office …"), icon="folder-open"),
    _line("lock", QT_TRANSLATE_NOOP("actions", "&Lock"), "Ctrl+L", icon="lock", need=Need.OPEN),
    _line("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), "Ctrl+Q", icon="log-out"),
)
_EDIT = _in(
    Menu.EDIT,
    _line("undo", QT_TRANSLATE_NOOP("actions", "&Undo"), "Ctrl+Z", icon="undo-2", need=Need.UNDO),
    _line(
        "redo", QT_TRANSLATE_NOOP("actions", "&Redo"), "Ctrl+Shift+Z", "Ctrl+Y", icon="redo-2", need=Need.REDO
    ),
    _line("edit", QT_TRANSLATE_NOOP("actions", "&Edit"), "Ctrl+E", icon="pencil", need=Need.EDIT),
    _line(
        "edit_field",
        QT_TRANSLATE_NOOP("actions", "Edit &one field"),
        "F2",
        icon="text-cursor-input",
        need=Need.EDIT,
    ),
    _line(
        "duplicate", QT_TRANSLATE_NOOP("actions", "Du&plicate"), "Ctrl+D", icon="copy", need=Need.DUPLICATE
    ),
    _line(
        "earlier",
        QT_TRANSLATE_NOOP("actions", "E&arlier state from a backup …"),
        icon="history",
        need=Need.EARLIER,
    ),
    _line("delete", QT_TRANSLATE_NOOP("actions", "&Delete"), "Del", icon="trash-2", need=Need.DELETE),
    _line("find", QT_TRANSLATE_NOOP("actions", "&Find here"), "Ctrl+F", icon="search", need=Need.FIND),
    _line("filter", QT_TRANSLATE_NOOP("actions", "F&ilter"), "Ctrl+Shift+F", icon="funnel", need=Need.FILTER),
)
_VIEW = _in(
    Menu.VIEW,
    _line("refresh", QT_TRANSLATE_NOOP("actions", "&Refresh"), "F5", icon="refresh-cw", need=Need.REFRESH),
    _line("jobs", QT_TRANSLATE_NOOP("actions", "The last &jobs"), icon="history"),
    _line("zoom_in", QT_TRANSLATE_NOOP("actions", "&Larger text"), "Ctrl++", "Ctrl+=", icon="zoom-in"),
    _line("zoom_out", QT_TRANSLATE_NOOP("actions", "&Smaller text"), "Ctrl+-", icon="zoom-out"),
    _line("zoom_reset", QT_TRANSLATE_NOOP("actions", "&Normal text size"), "Ctrl+0"),
    _line("scheme", QT_TRANSLATE_NOOP("actions", "Switch light and &dark"), icon="contrast"),
    _line("german", QT_TRANSLATE_NOOP("actions", "Show in &German"), icon="languages"),
    _line("english", QT_TRANSLATE_NOOP("actions", "Show in &English"), icon="languages"),
)
_GO = _in(
    Menu.GO,
    _line("palette", QT_TRANSLATE_NOOP("actions", "&Go to …"), "Ctrl+K", icon="command"),
    _line(
        "search",
        QT_TRANSLATE_NOOP("actions", "&Search everything"),
        "Ctrl+Shift+K",
        icon="search",
        need=Need.OPEN,
    ),
    _line("back", QT_TRANSLATE_NOOP("actions", "&Back"), "Alt+Left", icon="arrow-left", need=Need.BACK),
    _line(
        "forward",
        QT_TRANSLATE_NOOP("actions", "&Forward"),
        "Alt+Right",
        icon="arrow-right",
        need=Need.FORWARD,
    ),
    _line("next_tab", QT_TRANSLATE_NOOP("actions", "Next &tab"), "Ctrl+Tab", need=Need.OPEN),
    _line("previous_tab", QT_TRANSLATE_NOOP("actions", "P&revious tab"), "Ctrl+Shift+Tab", need=Need.OPEN),
    _line("next_pane", QT_TRANSLATE_NOOP("actions", "&Next pane"), "F6"),
    _line("previous_pane", QT_TRANSLATE_NOOP("actions", "&Previous pane"), "Shift+F6"),
)
_HELP = (
    _line("menu", QT_TRANSLATE_NOOP("actions", "Open the &menu"), "F10", icon="ellipsis"),
    *_in(
        Menu.HELP,
        _line("manual", QT_TRANSLATE_NOOP("actions", "&Help for this area"), "F1", icon="book-open"),
        _line("keys", QT_TRANSLATE_NOOP("actions", "All &keys"), "Ctrl+?", icon="keyboard"),
        _line(
            "about",
            QT_TRANSLATE_NOOP("actions", "&About KTS Desktop and its sources"),
            icon="info",
            need=Need.OPEN,
        ),
    ),
)
_ELSEWHERE = (
    *_at(
        Where.FORM,
        _line("save", QT_TRANSLATE_NOOP("actions", "Save and stay"), "Ctrl+S"),
        _line("save_and_leave", QT_TRANSLATE_NOOP("actions", "Save and leave"), "Ctrl+Return"),
        _line("leave", QT_TRANSLATE_NOOP("actions", "Close, empty the filter, leave editing"), "Esc"),
    ),
    *_at(
        Where.LIST,
        _line("open_row", QT_TRANSLATE_NOOP("actions", "Open the entry"), "Return"),
        _line("columns", QT_TRANSLATE_NOOP("actions", "Choose columns"), "Shift+F10"),
    ),
)

_AREAS = tuple(
    Action(
        key=f"area.{entry.key}",
        source=entry.source_title,
        context="pages",
        shortcuts=(f"Ctrl+{number}",),
        icon=entry.icon,
        menu=Menu.GO,
    )
    for number, entry in enumerate((entry for entry in PAGES if entry.section), start=1)
)

ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_VIEW, *_GO, *_AREAS, *_HELP, *_ELSEWHERE)
BY_KEY = {action.key: action for action in ACTIONS}
