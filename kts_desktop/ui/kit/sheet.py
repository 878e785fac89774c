"""The style sheet made from the tokens. Lists and their rows are drawn by delegates, not from here."""

from kts_desktop.ui.kit.icons import icon_file
from kts_desktop.ui.kit.measure import BASE, px
from kts_desktop.ui.kit.tokens import Tokens

_FIELDS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QSpinBox")
_RADIUS, _CARD_RADIUS = 7, 10


def style_sheet(t: Tokens) -> str:
    """Return the whole sheet for a scheme at the zoom in force."""
    return "\n".join((_panes(t), _texts(t), _fields(t), _buttons(t), _tables(t), _rest(t), _choices(t)))


def _panes(t: Tokens) -> str:
    return f"""
* {{ outline: 0; }}
QMainWindow, QDialog {{ background: {t.window}; }}
QFrame[role="sidebar"] {{ background: {t.sidebar}; border: 0; border-right: 1px solid {t.border}; }}
QFrame[role="listpane"] {{ background: {t.surface}; border: 0; }}
QFrame[role="detail"], QWidget[role="page"] {{ background: {t.window}; border: 0; }}
QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.border};
  border-radius: {px(_CARD_RADIUS)}px; }}
QFrame[role="popup"], QListView[role="hits"] {{ background: {t.surface}; border: 1px solid {t.edge}; }}
QFrame[role="notice"] {{ background: {t.text}; border: 0; border-radius: {px(_CARD_RADIUS)}px; }}
QFrame[role="notice"] QLabel {{ color: {t.surface}; }}
QFrame[role="line"] {{ background: {t.border}; border: 0; max-height: 1px; min-height: 1px; }}
QScrollArea {{ background: transparent; border: 0; }}
QWidget[role="clear"] {{ background: transparent; }}
"""


def _texts(t: Tokens) -> str:
    caption, lead, title = px(BASE - 2), px(BASE + 1), px(BASE + 9)
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {title}px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {lead}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="caption"] {{ color: {t.muted}; font-size: {caption}px; }}
QLabel[role="label"] {{ color: {t.muted}; font-size: {caption}px; font-weight: 600; }}
QLabel[role="section"] {{ color: {t.muted}; font-size: {caption}px; font-weight: 600;
  padding: {px(14)}px {px(20)}px {px(4)}px {px(20)}px; }}
QLabel[role="error"] {{ color: {t.danger}; font-size: {caption}px; font-weight: 600; }}
QLabel[role="link"] {{ color: {t.accent}; border: {px(2)}px solid transparent; }}
QLabel[role="link"]:focus {{ border: {px(2)}px solid {t.accent}; border-radius: {px(4)}px; }}
"""


def _fields(t: Tokens) -> str:
    down, side, radius = icon_file("chevron-down", t.muted), px(14), px(_RADIUS)
    plain = ", ".join(_FIELDS)
    focused = ", ".join(f"{field}:focus" for field in _FIELDS)
    off = ", ".join(f"{field}:disabled" for field in _FIELDS)
    wrong = ", ".join(f'{field}[wrong="true"]' for field in _FIELDS)
    return f"""
{plain} {{ background: {t.field}; color: {t.text}; border: 1px solid {t.edge}; border-radius: {radius}px;
  padding: {px(6)}px {px(8)}px; min-height: {px(20)}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; placeholder-text-color: {t.muted}; }}
{wrong} {{ border: 1px solid {t.danger}; }}
{focused} {{ border: 2px solid {t.accent}; padding: {px(6) - 1}px {px(8) - 1}px; }}
{off} {{ color: {t.muted}; background: {t.window}; }}
QLineEdit[role="search"] {{ padding: {px(6)}px {px(8)}px {px(6)}px {px(32)}px; }}
QLineEdit[role="search"]:focus {{ padding: {px(6) - 1}px {px(8) - 1}px {px(6) - 1}px {px(32) - 1}px; }}
QLineEdit[role="inner"], QLineEdit[role="inner"]:focus {{ border: 0; background: transparent; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: 0; width: {px(28)}px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {side}px; height: {side}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.edge};
  padding: {px(4)}px; selection-background-color: {t.selected}; selection-color: {t.text}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(28)}px; padding: 0 {px(4)}px; border: 0; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.selected}; color: {t.text}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
"""


def _buttons(t: Tokens) -> str:
    high, wide, radius, least = px(6), px(14), px(_RADIUS), px(20)
    return f"""
QPushButton, QToolButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.edge};
  border-radius: {radius}px; padding: {high}px {wide}px; min-height: {least}px; font-weight: 600; }}
QToolButton {{ padding: {high}px; min-width: {least}px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {t.selected}; }}
QToolButton:pressed, QToolButton:checked {{ background: {t.selected}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: {high - 1}px {wide - 1}px; }}
QToolButton:focus {{ border: 2px solid {t.accent}; padding: {high - 1}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.muted}; background: {t.window}; }}
QPushButton[primary="true"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; }}
QPushButton[primary="true"]:hover {{ border: 1px solid {t.text}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[primary="true"]:disabled {{ background: {t.hover}; color: {t.muted}; border-color: {t.border}; }}
QPushButton[danger="true"] {{ background: {t.danger}; color: {t.surface}; border: 1px solid {t.danger}; }}
QPushButton[danger="true"]:focus {{ border: 2px solid {t.text}; }}
QToolButton[flat="true"], QPushButton[flat="true"] {{ border: 1px solid transparent;
  background: transparent; }}
QToolButton[flat="true"]:hover, QPushButton[flat="true"]:hover {{ background: {t.hover}; }}
QToolButton[flat="true"]:checked {{ background: {t.selected}; }}
QToolButton[flat="true"]:focus, QPushButton[flat="true"]:focus {{ border: 2px solid {t.accent}; }}
QToolButton[role="inner"] {{ border: 0; background: transparent; padding: 0; min-width: 0; min-height: 0; }}
QLineEdit > QToolButton {{ border: 0; background: transparent; padding: 0; min-width: 0; min-height: 0; }}
QLineEdit {{ lineedit-clear-button-icon: url("{icon_file("x", t.muted)}"); }}
QToolButton[role="inner"]:focus {{ border: 2px solid {t.accent}; }}
QToolButton[role="inner"]:hover {{ background: {t.hover}; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="chip"] {{ background: {t.selected}; color: {t.text}; border: 1px solid {t.selected};
  border-radius: {px(12)}px; padding: {px(2)}px {px(10)}px; font-size: {px(BASE - 2)}px; }}
QPushButton[role="chip"]:focus {{ border: 2px solid {t.accent}; padding: {px(2) - 1}px {px(10) - 1}px; }}
QFrame[role="notice"] QPushButton {{ background: transparent; color: {t.surface};
  border: 1px solid {t.surface}; }}
QFrame[role="notice"] QPushButton:focus {{ border: 2px solid {t.surface}; }}
"""


def _tables(t: Tokens) -> str:
    return f"""
QListView, QTreeView {{ background: {t.surface}; border: 0; color: {t.text}; }}
QTreeView[role="differences"] {{ border: 1px solid {t.border}; border-radius: {px(_RADIUS)}px; }}
QTreeView[role="differences"]:focus {{ border: 2px solid {t.accent}; }}
QTreeView[role="differences"]::item {{ padding: {px(5)}px {px(4)}px; color: {t.text}; }}
QTreeView[role="differences"]::item:selected {{ background: {t.selected}; color: {t.text}; }}
QListView[role="lines"] {{ border: 1px solid {t.border}; padding: {px(3)}px;
  border-radius: {px(_RADIUS)}px; }}
QListView[role="lines"]:focus {{ border: 2px solid {t.accent}; padding: {px(3) - 1}px; }}
QListView[role="lines"]::item {{ padding: {px(6)}px {px(8)}px; border-radius: {px(5)}px; color: {t.text}; }}
QListView[role="lines"]::item:hover {{ background: {t.hover}; }}
QListView[role="lines"]::item:selected {{ background: {t.selected}; color: {t.text}; }}
QListView[role="field"] {{ background: {t.field}; border: 1px solid {t.edge}; padding: {px(4)}px;
  border-radius: {px(_RADIUS)}px; }}
QListView[role="field"]:focus {{ border: 2px solid {t.accent}; padding: {px(4) - 1}px; }}
QListView[role="field"]::item {{ height: {px(26)}px; border-radius: {px(4)}px; color: {t.text}; }}
QListView[role="field"]::item:hover {{ background: {t.hover}; }}
QListView[role="field"]::item:selected {{ background: {t.selected}; color: {t.text}; }}
QTableView {{ background: {t.surface}; border: 0; gridline-color: {t.border}; color: {t.text};
  selection-background-color: {t.selected}; selection-color: {t.text}; }}
QHeaderView {{ background: {t.surface}; border: 0; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: 0;
  border-bottom: 1px solid {t.border}; padding: {px(6)}px {px(8)}px; font-size: {px(BASE - 2)}px;
  font-weight: 600; }}
QHeaderView::section:hover {{ background: {t.hover}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ subcontrol-origin: padding;
  subcontrol-position: center right; }}
QHeaderView::up-arrow {{ image: url("{icon_file("chevron-up", t.muted)}"); width: {px(12)}px; }}
QHeaderView::down-arrow {{ image: url("{icon_file("chevron-down", t.muted)}"); width: {px(12)}px; }}
QTableCornerButton::section {{ background: {t.surface}; border: 0; }}
"""


def _rest(t: Tokens) -> str:
    small = px(BASE - 2)
    return f"""
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: {px(4)}px; margin: {px(2)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(36)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(36)}px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QStatusBar {{ background: {t.sidebar}; border-top: 1px solid {t.border}; color: {t.muted};
  font-size: {small}px; }}
QStatusBar QLabel {{ color: {t.muted}; font-size: {small}px; }}
QStatusBar::item {{ border: 0; }}
QTabBar::scroller {{ width: {px(56)}px; }}
QTabBar QToolButton {{ background: {t.window}; border: 0; border-radius: 0; padding: 0; min-width: 0; }}
QTabBar QToolButton:hover {{ background: {t.hover}; }}
QTabBar QToolButton::left-arrow {{ image: url("{icon_file("chevron-left", t.text)}"); }}
QTabBar QToolButton::right-arrow {{ image: url("{icon_file("chevron-right", t.text)}"); }}
QTabBar QToolButton::left-arrow:disabled {{ image: url("{icon_file("chevron-left", t.border)}"); }}
QTabBar QToolButton::right-arrow:disabled {{ image: url("{icon_file("chevron-right", t.border)}"); }}
QSplitter::handle {{ background: {t.border}; }}
QSplitter[role="air"]::handle {{ background: transparent; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: 0; padding: {px(5)}px {px(8)}px; }}
QMenuBar {{ background: {t.sidebar}; color: {t.text}; }}
QMenuBar::item {{ background: transparent; padding: {px(4)}px {px(10)}px; }}
QMenuBar::item:selected {{ background: {t.selected}; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.edge};
  padding: {px(6)}px; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px {px(6)}px {px(12)}px; border-radius: {px(5)}px; }}
QMenu::icon {{ padding-left: {px(10)}px; }}
QMenu::item:selected {{ background: {t.selected}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: {px(5)}px {px(8)}px; }}
QProgressBar {{ background: {t.border}; border: 0; border-radius: {px(3)}px; max-height: {px(6)}px;
  min-height: {px(6)}px; text-align: center; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(3)}px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.surface}; }}
QCalendarWidget QToolButton {{ border: 1px solid transparent; background: transparent; padding: {px(4)}px; }}
QCalendarWidget QToolButton:hover {{ background: {t.hover}; }}
QCalendarWidget QToolButton:focus {{ border: 2px solid {t.accent}; padding: {px(4) - 1}px; }}
QToolButton#qt_calendar_prevmonth {{ qproperty-icon: url("{icon_file("chevron-left", t.text)}"); }}
QToolButton#qt_calendar_nextmonth {{ qproperty-icon: url("{icon_file("chevron-right", t.text)}"); }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
"""


def _choices(t: Tokens) -> str:
    side = px(16)
    check = icon_file("check", t.on_accent)
    return f"""
QCheckBox, QRadioButton {{ spacing: {px(8)}px; padding: {px(4)}px; border: 2px solid transparent;
  border-radius: {px(_RADIUS)}px; min-height: {px(20)}px; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.accent}; }}
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTreeView::indicator {{
  width: {side}px; height: {side}px;
  border: 1px solid {t.muted}; background: {t.field}; }}
QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{ border-radius: {px(4)}px; }}
QRadioButton::indicator {{ border-radius: {side // 2 + 1}px; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {{
  background: {t.accent}; border: 1px solid {t.accent}; image: url("{check}"); }}
QTreeView::indicator:indeterminate {{ background: {t.accent}; border: 1px solid {t.accent};
  image: url("{icon_file("minus", t.on_accent)}"); }}
QRadioButton::indicator:checked {{ border: {px(5)}px solid {t.accent}; width: {side - 2 * px(5) + 2}px;
  height: {side - 2 * px(5) + 2}px; background: {t.on_accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border: 1px solid {t.border}; }}
QGroupBox {{ border: 0; font-weight: 600; margin-top: {px(20)}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; }}
"""
