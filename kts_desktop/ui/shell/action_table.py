"""The table of actions itself: one line each, in the order of the menus."""

from kts_desktop.core.words import QT_TRANSLATE_NOOP
from kts_desktop.ui.shell.actions import Action, Menu, Need, Where
from kts_desktop.ui.shell.pages import PAGES

_FILE = (
    Action(
        key="create",
        source=QT_TRANSLATE_NOOP("actions", "&New"),
        shortcuts=("Ctrl+N",),
        icon="plus",
        menu=Menu.FILE,
        need=Need.CREATE,
    ),
    Action(
        key="log_call",
        source=QT_TRANSLATE_NOOP("actions", "Log a &call …"),
        shortcuts=("Ctrl+Shift+N",),
        icon="phone",
        menu=Menu.FILE,
        need=Need.OPEN,
    ),
    Action(
        key="print",
        source=QT_TRANSLATE_NOOP("actions", "&Print …"),
        shortcuts=("Ctrl+P",),
        icon="printer",
        menu=Menu.FILE,
        need=Need.PRINT,
    ),
    Action(
        key="backup",
        source=QT_TRANSLATE_NOOP("actions", "&Back up now"),
        icon="archive",
        menu=Menu.FILE,
        need=Need.OPEN,
    ),
    Action(
        key="other_office",
        source=QT_TRANSLATE_NOOP("actions", "&Open another office …"),
        icon="folder-open",
        menu=Menu.FILE,
    ),
    Action(
        key="lock",
        source=QT_TRANSLATE_NOOP("actions", "&Lock"),
        shortcuts=("Ctrl+L",),
        icon="lock",
        menu=Menu.FILE,
        need=Need.OPEN,
    ),
    Action(
        key="quit",
        source=QT_TRANSLATE_NOOP("actions", "&Quit"),
        shortcuts=("Ctrl+Q",),
        icon="log-out",
        menu=Menu.FILE,
    ),
)
_EDIT = (
    Action(
        key="undo",
        source=QT_TRANSLATE_NOOP("actions", "&Undo"),
        shortcuts=("Ctrl+Z",),
        icon="undo-2",
        menu=Menu.EDIT,
        need=Need.UNDO,
    ),
    Action(
        key="redo",
        source=QT_TRANSLATE_NOOP("actions", "&Redo"),
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo-2",
        menu=Menu.EDIT,
        need=Need.REDO,
    ),
    Action(
        key="edit",
        source=QT_TRANSLATE_NOOP("actions", "&Edit"),
        shortcuts=("Ctrl+E",),
        icon="pencil",
        menu=Menu.EDIT,
        need=Need.EDIT,
    ),
    Action(
        key="edit_field",
        source=QT_TRANSLATE_NOOP("actions", "Edit &one field"),
        shortcuts=("F2",),
        icon="text-cursor-input",
        menu=Menu.EDIT,
        need=Need.EDIT,
    ),
    Action(
        key="duplicate",
        source=QT_TRANSLATE_NOOP("actions", "Du&plicate"),
        shortcuts=("Ctrl+D",),
        icon="copy",
        menu=Menu.EDIT,
        need=Need.DUPLICATE,
    ),
    Action(
        key="delete",
        source=QT_TRANSLATE_NOOP("actions", "&Delete"),
        shortcuts=("Del",),
        icon="trash-2",
        menu=Menu.EDIT,
        need=Need.DELETE,
    ),
    Action(
        key="find",
        source=QT_TRANSLATE_NOOP("actions", "&Find here"),
        shortcuts=("Ctrl+F",),
        icon="search",
        menu=Menu.EDIT,
        need=Need.FIND,
    ),
    Action(
        key="filter",
        source=QT_TRANSLATE_NOOP("actions", "F&ilter"),
        shortcuts=("Ctrl+Shift+F",),
        icon="funnel",
        menu=Menu.EDIT,
        need=Need.FILTER,
    ),
)
_VIEW = (
    Action(
        key="refresh",
        source=QT_TRANSLATE_NOOP("actions", "&Refresh"),
        shortcuts=("F5",),
        icon="refresh-cw",
        menu=Menu.VIEW,
        need=Need.REFRESH,
    ),
    Action(
        key="jobs",
        source=QT_TRANSLATE_NOOP("actions", "The last &jobs"),
        icon="history",
        menu=Menu.VIEW,
    ),
    Action(
        key="zoom_in",
        source=QT_TRANSLATE_NOOP("actions", "&Larger text"),
        shortcuts=("Ctrl++", "Ctrl+="),
        icon="zoom-in",
        menu=Menu.VIEW,
    ),
    Action(
        key="zoom_out",
        source=QT_TRANSLATE_NOOP("actions", "&Smaller text"),
        shortcuts=("Ctrl+-",),
        icon="zoom-out",
        menu=Menu.VIEW,
    ),
    Action(
        key="zoom_reset",
        source=QT_TRANSLATE_NOOP("actions", "&Normal text size"),
        shortcuts=("Ctrl+0",),
        menu=Menu.VIEW,
    ),
    Action(
        key="scheme",
        source=QT_TRANSLATE_NOOP("actions", "Switch light and &dark"),
        icon="contrast",
        menu=Menu.VIEW,
    ),
    Action(
        key="german",
        source=QT_TRANSLATE_NOOP("actions", "Show in &German"),
        icon="languages",
        menu=Menu.VIEW,
    ),
    Action(
        key="english",
        source=QT_TRANSLATE_NOOP("actions", "Show in &English"),
        icon="languages",
        menu=Menu.VIEW,
    ),
)
_GO = (
    Action(
        key="palette",
        source=QT_TRANSLATE_NOOP("actions", "&Go to …"),
        shortcuts=("Ctrl+K",),
        icon="command",
        menu=Menu.GO,
    ),
    Action(
        key="search",
        source=QT_TRANSLATE_NOOP("actions", "&Search everything"),
        shortcuts=("Ctrl+Shift+K",),
        icon="search",
        menu=Menu.GO,
        need=Need.OPEN,
    ),
    Action(
        key="back",
        source=QT_TRANSLATE_NOOP("actions", "&Back"),
        shortcuts=("Alt+Left",),
        icon="arrow-left",
        menu=Menu.GO,
        need=Need.BACK,
    ),
    Action(
        key="forward",
        source=QT_TRANSLATE_NOOP("actions", "&Forward"),
        shortcuts=("Alt+Right",),
        icon="arrow-right",
        menu=Menu.GO,
        need=Need.FORWARD,
    ),
    Action(
        key="next_tab",
        source=QT_TRANSLATE_NOOP("actions", "Next &tab"),
        shortcuts=("Ctrl+Tab",),
        menu=Menu.GO,
        need=Need.OPEN,
    ),
    Action(
        key="previous_tab",
        source=QT_TRANSLATE_NOOP("actions", "P&revious tab"),
        shortcuts=("Ctrl+Shift+Tab",),
        menu=Menu.GO,
        need=Need.OPEN,
    ),
    Action(
        key="next_pane",
        source=QT_TRANSLATE_NOOP("actions", "&Next pane"),
        shortcuts=("F6",),
        menu=Menu.GO,
    ),
    Action(
        key="previous_pane",
        source=QT_TRANSLATE_NOOP("actions", "&Previous pane"),
        shortcuts=("Shift+F6",),
        menu=Menu.GO,
    ),
)
_HELP = (
    Action(
        key="menu",
        source=QT_TRANSLATE_NOOP("actions", "Open the &menu"),
        shortcuts=("F10",),
        icon="ellipsis",
    ),
    Action(
        key="manual",
        source=QT_TRANSLATE_NOOP("actions", "&Help for this area"),
        shortcuts=("F1",),
        icon="book-open",
        menu=Menu.HELP,
    ),
    Action(
        key="keys",
        source=QT_TRANSLATE_NOOP("actions", "All &keys"),
        shortcuts=("Ctrl+?",),
        icon="keyboard",
        menu=Menu.HELP,
    ),
    Action(
        key="about",
        source=QT_TRANSLATE_NOOP("actions", "&About KTS Desktop and its sources"),
        icon="info",
        menu=Menu.HELP,
        need=Need.OPEN,
    ),
)
_ELSEWHERE = (
    Action(
        key="save",
        source=QT_TRANSLATE_NOOP("actions", "Save and stay"),
        shortcuts=("Ctrl+S",),
        where=Where.FORM,
    ),
    Action(
        key="save_and_leave",
        source=QT_TRANSLATE_NOOP("actions", "Save and leave"),
        shortcuts=("Ctrl+Return",),
        where=Where.FORM,
    ),
    Action(
        key="leave",
        source=QT_TRANSLATE_NOOP("actions", "Close, empty the filter, leave editing"),
        shortcuts=("Esc",),
        where=Where.FORM,
    ),
    Action(
        key="open_row",
        source=QT_TRANSLATE_NOOP("actions", "Open the entry"),
        shortcuts=("Return",),
        where=Where.LIST,
    ),
    Action(
        key="columns",
        source=QT_TRANSLATE_NOOP("actions", "Choose columns"),
        shortcuts=("Shift+F10",),
        where=Where.LIST,
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
