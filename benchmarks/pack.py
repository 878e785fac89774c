"""A pack with contents, charts and map against WeasyPrint and Typst: the same content, tagged for PDF/UA-1.

Each engine has a process of its own, which sets one pack to warm up and is timed over another: processor
time, without what it takes to start. A pack that a validator finds fault with ends the comparison. The rivals
come from a throw-away environment and are skipped where it cannot be made.
"""

import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import MappingProxyType

import page as page_validation
import pikepdf

from benchmarks import rival_pack
from benchmarks.measuring import Figure, Limit
from benchmarks.start_up import ROOT
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.paths import resource
from kts_desktop.printing.catalogue import BRIEFING, PAPERS
from kts_desktop.services import briefing_paper, paper_batch
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.paper_batch import Wanted
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.snapshot import Snapshot
from kts_desktop.storage.store import Store

PARTS = (
    "contents profile map project measures persons changes history tasks promises cases event peers figures "
    "documents"
)
LIMITS: Mapping[str, float] = MappingProxyType({"weasyprint": 0.2, "typst": 1.0})
_MEBI = 1024
_LEADS = 73
_FRAME = """
import gc, json, sys
from pathlib import Path
from time import process_time
{imports}
gc.disable()
for name in sys.argv[1:]:
    begun = process_time()
    {render}
    spent = process_time() - begun
    Path(name + ".pdf").write_bytes(content)
status = Path("/proc/self/status")  # not getrusage: its peak takes that of the parent along
lines = status.read_text().splitlines() if status.exists() else []
peak = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
print(json.dumps([spent, peak[0] if peak else 0]))
"""
PROGRAMS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "ours": (
            "pickle",
            "import pickle\nfrom kts_desktop.printing.papers.briefing import render",
            'content = render(pickle.loads(Path(name + ".pickle").read_bytes())).content',
        ),
        "weasyprint": (
            "html",
            "from weasyprint import HTML",
            'content = HTML(filename=name + ".html").write_pdf(pdf_variant="pdf/ua-1")',
        ),
        "typst": (
            "typ",
            "import typst",
            (
                'content = typst.compile(name + ".typ", root=str(Path(name).parent), font_paths=[FONTS], '
                'ignore_system_fonts=True, pdf_standards=["ua-1"])'
            ),
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One pack: processor time, pages, and the peak of memory in MB, 0 where the system tells none."""

    spent: float
    pages: int
    peak: float


def snapshots(store: Store) -> list[Snapshot]:
    """Return two packs of lead bodies: one to warm up, and the longest of a few to measure."""
    now = utc_now()
    options = BriefingOptions(parts=PARTS, note_pages=0)
    with store.read() as session:
        leads = paper_batch.bodies(session, Wanted(all_projects=True), local_date(now))[:_LEADS]
        asks = [Ask(kind=briefing_paper.BODY, ids=(id_,), options=options, now=now) for id_ in leads]
        found = [PAPERS[BRIEFING].gather(session, ask) for ask in asks]
    found.sort(key=lambda one: sum(len(case.notes) for case in one.cases))
    return found[-2:]


def of_rivals(store: Store, rounds: int) -> Iterator[Figure]:
    """Yield the figures against each rival; none, and a sentence, where the rivals cannot be installed."""
    with tempfile.TemporaryDirectory() as folder:
        python = _installed(Path(folder) / "rivals")
        if python is None:
            print("WeasyPrint and Typst cannot be installed here: the pack is not compared.", file=sys.stderr)
            return
        names = [_written(one, Path(folder) / f"pack{number}") for number, one in enumerate(snapshots(store))]
        for rival, limit in LIMITS.items():
            pairs = [
                (run("ours", names, Path(sys.executable)), run(rival, names, python)) for _ in range(rounds)
            ]
            mine, theirs = (_middle(side) for side in zip(*pairs, strict=True))
            yield from _figures(rival, limit, mine, theirs)


def run(engine: str, names: Sequence[str], python: Path) -> Run:
    """Set the packs in a process of their own and return what the last one took."""
    _, imports, render = PROGRAMS[engine]
    program = _FRAME.format(imports=imports, render=render.replace("FONTS", repr(str(_fonts()))))
    done = subprocess.run(
        [str(python), "-c", program, *names], check=True, cwd=ROOT, capture_output=True, text=True
    )
    spent, peak = json.loads(done.stdout.splitlines()[-1])
    limits = page_validation.SafetyLimits.unlimited()
    content = Path(f"{names[-1]}.pdf").read_bytes()
    found = page_validation.validate_pdf_bytes(content, profile="ua1", limits=limits).failures
    if found:
        raise RuntimeError(f"the pack of {engine} is not like ours: {found[0].rule_id} {found[0].message}")
    with pikepdf.open(f"{names[-1]}.pdf") as made:
        return Run(spent=spent, pages=len(made.pages), peak=peak / _MEBI)


def _figures(rival: str, limit: float, mine: Run, theirs: Run) -> Iterator[Figure]:
    yield Figure(
        name=f"papers, a page of a pack, {rival}",
        ours=mine.spent / mine.pages,
        rival=theirs.spent / theirs.pages,
        rival_name=rival,
        limit=limit,
        judged=Limit.RATIO,
    )
    yield Figure(name=f"papers, the pack, {rival}", ours=mine.spent, rival=theirs.spent, rival_name=rival)
    if mine.peak and theirs.peak:
        yield Figure(
            name=f"papers, peak memory, {rival}",
            ours=mine.peak,
            rival=theirs.peak,
            rival_name=rival,
            limit=round(theirs.peak),
            judged=Limit.SIZE,
        )


def _middle(runs: Sequence[Run]) -> Run:
    return Run(
        spent=median(one.spent for one in runs),
        pages=runs[0].pages,
        peak=median(one.peak for one in runs),
    )


def _written(snapshot: Snapshot, folder: Path) -> str:
    """Write the pack for each engine; return the path of the files without their ends."""
    folder.mkdir()
    stem, fonts = folder / "pack", _fonts()
    stem.with_suffix(".pickle").write_bytes(pickle.dumps(snapshot))
    strong = fonts / "SourceSans3-Bold.ttf"
    html = rival_pack.page(snapshot, folder, (fonts / "SourceSans3-Regular.ttf", strong))
    stem.with_suffix(".html").write_text(html, encoding="utf-8")
    stem.with_suffix(".json").write_text(rival_pack.data(snapshot, folder), encoding="utf-8")
    template = rival_pack.TYPST.replace("DATA", "pack.json").replace("FONT", "Source Sans 3")
    stem.with_suffix(".typ").write_text(template, encoding="utf-8")
    return str(stem)


def _fonts() -> Path:
    return Path(str(resource("fonts")))


def _installed(folder: Path) -> Path | None:
    """Return the Python of a new environment that holds both rivals; None where that fails."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    steps = (
        [sys.executable, "-m", "venv", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", "weasyprint", "typst"],
        [str(python), "-c", "import weasyprint, typst"],
    )
    for step in steps:
        if subprocess.run(step, check=False, capture_output=True).returncode:
            return None
    return python
