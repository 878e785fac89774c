"""One package to read: who, when, what it would do or did, and what is inside."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.exchange.sync.views import Arrival, Entry, KindCounts, Report, Stage
from kts_desktop.ui.exchange.words import STAGE_CHIPS, effect_chip, effect_word, moment, stage_word
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import Detail, name_button
from kts_desktop.ui.kit.facts import Fact, Facts, Line, LineBox, reading
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.table import Column
from kts_desktop.ui.workspace import Workspace


class Inside:
    """One line of what is inside a package: a record and one of its fields."""

    def __init__(self, arrival: Arrival, change: int, language: str) -> None:
        self.effect, self.kind, self.title = arrival.effect, kind_name(arrival.kind, language), arrival.title
        name, before, after = arrival.changes[change] if change >= 0 else ("", None, None)
        self.field = field_name(name, language) if name else ""
        self.before, self.after = _text(before), _text(after)


class PackageReading(Detail):
    """The right side of the list of packages."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("exchange.packages", parent)
        self._workspace = workspace
        self.back_out = self.add_action("take_back", "undo-2")
        self.apply = self.add_action("apply", "download", primary=True)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "strong")
        self.problem.setWordWrap(True)
        self.facts = Facts("exchange.package.facts", 3, self)
        self.warnings = LineBox("exchange.package.warnings", self)
        self.counts = LineBox("exchange.package.counts", self)
        self.inside: ListView[Inside] = ListView("exchange.inside", _columns(), "after", self)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        spaced(column, (0, 8, 0, 16), 0)
        column.addWidget(self.inside)
        self.add_tab(
            "summary", reading("exchange.package", self.problem, self.facts, self.warnings, self.counts)
        )
        self.add_tab("inside", holder, scroll=False)
        self.show_placeholder()

    def set_texts(self) -> None:
        """Set every text."""
        self.set_placeholder(
            self.tr("No package chosen"),
            self.tr("Choose one on the left, or drop a package on the window."),
        )
        name_button(self.back_out, self.tr("Take back …"))
        name_button(self.apply, self.tr("Take over"))
        self.warnings.set_heading(self.tr("Before you take it over"))
        self.inside.setAccessibleName(self.tr("Records and fields of the package"))
        self.set_tab("summary", self.tr("Summary"))
        self.set_tab("inside", self.tr("Inside"))

    def show_looking(self) -> None:
        """Say that a package is being looked at."""
        self.set_placeholder(self.tr("Looking into the package …"), self.tr("Nothing is changed by looking."))
        self.show_placeholder()

    def show_entry(
        self, entry: Entry | None, report: Report | None, problem: str, warnings: Sequence[str]
    ) -> None:
        """Show a package; ``problem`` and ``warnings`` are sentences."""
        self.set_texts()
        if entry is None:
            self.show_placeholder()
            return
        sender = entry.partner or (report.sender if report else "") or self.tr("Unknown sender")
        self.set_title(sender)
        self.apply.setVisible(entry.stage is Stage.NEW and report is not None)
        self.back_out.setVisible(entry.stage is Stage.TAKEN)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.facts.set_facts(self._facts_of(entry, report))
        self.warnings.setVisible(bool(warnings))
        self.warnings.set_lines([Line(text, icon="triangle-alert") for text in warnings])
        self._show_report(entry, report)
        self.show_content()

    def _facts_of(self, entry: Entry, report: Report | None) -> list[Fact]:
        made = moment(report.created_ms if report else entry.at_ms)
        facts = [
            Fact(self.tr("State"), stage_word(entry.stage), chip=STAGE_CHIPS[entry.stage]),
            Fact(self.tr("Written"), formats.current().moment(made) if made else ""),
            Fact(self.tr("Size"), formats.current().size(entry.size)),
        ]
        if report is not None:
            facts.append(Fact(self.tr("Records"), formats.current().number(_records(report.counts))))
            facts.append(Fact(self.tr("Records in conflict"), formats.current().number(report.conflicts)))
            if report.erasures:
                facts.append(Fact(self.tr("Erased for good"), formats.current().number(report.erasures)))
        if entry.path is not None:
            facts.append(Fact(self.tr("File"), entry.path.name, wide=True))
        return facts

    def _show_report(self, entry: Entry, report: Report | None) -> None:
        self.counts.setVisible(report is not None)
        self.tabs.setVisible(report is not None)
        if report is None:
            self.show_tab("summary")
            return
        done = entry.stage is not Stage.NEW
        self.counts.set_heading(self.tr("What it did") if done else self.tr("What it would do"))
        language = self._workspace.language
        lines = [Line(kind_name(one.kind, language, many=True), _told(one)) for one in report.counts]
        self.counts.set_lines(lines, self.tr("Nothing you do not have already."))
        rows = dict(enumerate(_lines(report, language), start=1))
        self.inside.show_ids(tuple(rows), lambda ids: {id_: rows[id_] for id_ in ids})
        self.set_tab("inside", self.tr("Inside"), len(report.arrivals))
        self.tabs.setVisible(bool(report.arrivals))


def _lines(report: Report, language: str) -> list[Inside]:
    return [
        Inside(arrival, change, language)
        for arrival in report.arrivals
        for change in (range(len(arrival.changes)) or (-1,))
    ]


def _records(counts: Sequence[KindCounts]) -> int:
    return sum(one.new + one.newer + one.concurrent + one.deleted for one in counts)


def _told(one: KindCounts) -> str:
    new, changed, disputed, deleted = one.new, one.newer, one.concurrent, one.deleted
    erased, dropped, known = one.erased, one.dropped, one.stale
    parts = (
        (new, QCoreApplication.translate("exchange", "%n new", "", new)),
        (changed, QCoreApplication.translate("exchange", "%n changed", "", changed)),
        (disputed, QCoreApplication.translate("exchange", "%n in conflict", "", disputed)),
        (deleted, QCoreApplication.translate("exchange", "%n to the bin", "", deleted)),
        (erased, QCoreApplication.translate("exchange", "%n erased", "", erased)),
        (dropped, QCoreApplication.translate("exchange", "%n dropped, as erased here", "", dropped)),
        (known, QCoreApplication.translate("exchange", "%n known already", "", known)),
    )
    return " · ".join(text for count, text in parts if count)


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.hex()[:8] if isinstance(value, bytes) else str(value)


def _columns() -> tuple[Column[Inside], ...]:
    return (
        Column(
            "effect",
            lambda: QCoreApplication.translate("exchange", "Effect"),
            lambda row: effect_word(row.effect),
            width=104,
            sortable=False,
            chip=lambda row: effect_chip(row.effect),
        ),
        Column(
            "kind",
            lambda: QCoreApplication.translate("exchange", "Kind"),
            lambda row: row.kind,
            width=100,
            sortable=False,
        ),
        Column(
            "title",
            lambda: QCoreApplication.translate("exchange", "Record"),
            lambda row: row.title,
            width=160,
            sortable=False,
        ),
        Column(
            "field",
            lambda: QCoreApplication.translate("exchange", "Field"),
            lambda row: row.field,
            width=104,
            sortable=False,
        ),
        Column(
            "before",
            lambda: QCoreApplication.translate("exchange", "Here"),
            lambda row: row.before,
            width=120,
            sortable=False,
        ),
        Column(
            "after",
            lambda: QCoreApplication.translate("exchange", "In the package"),
            lambda row: row.after,
            width=120,
            sortable=False,
        ),
    )
