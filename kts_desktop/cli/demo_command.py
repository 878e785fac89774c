"""``demo``: the demo office, its briefing packs, and the list of what was made."""

import argparse
import shutil
from datetime import date
from pathlib import Path

from kts_desktop.cli.answers import Answer
from kts_desktop.core.clock import stopped, utc_now
from kts_desktop.core.errors import RefusedError
from kts_desktop.core.ids import link_uid, seeded
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import BRIEFING
from kts_desktop.printing.papers import briefing
from kts_desktop.services import briefing_paper, directory, papers
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.demo import making
from kts_desktop.services.demo.calendar import Calendar
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet
from kts_desktop.storage import erasures
from kts_desktop.storage.creating import Created, create_demo_profile
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.store import Store

PROFILE = "office"
PACKS = ("06631006", "14625020", "14521710")  # Eichenzell, Bautzen / Budyšin, Zwönitz


def run(chosen: argparse.Namespace) -> Answer:
    """Make the office anew in ``--folder`` and print the packs of three municipalities.

    Same seed and same day give the same office. Raises RefusedError if the folder holds something else.
    """
    on: date = chosen.today or utc_now().astimezone().date()
    profile = chosen.folder / PROFILE
    _clear(chosen.folder, profile)
    created = create_demo_profile(profile, now=utc_now())
    try:
        with stopped(Calendar(on).morning):
            made = making.make_demo(created.store, today=on, seed=chosen.seed, scale=chosen.scale)
            _note_erasure(created)
            with seeded(chosen.seed + 1, utc_now()):
                printed = [_pack(created.store, key, chosen) for key in PACKS]
    finally:
        created.opened.close()
    counts = [f"{count} {name}" for name, count in made.items()]
    return Answer(
        lines=[f"{profile}: {', '.join(counts)}", *map(str, printed)],
        data={"profile": profile, "records": made, "papers": printed, "today": on},
    )


def _pack(store: Store, key: str, chosen: argparse.Namespace) -> Path:
    now = utc_now()
    with store.write("organisation.adopt") as session:
        body = directory.resolve(session, directory.find(session, key)[0].token)
    with store.read() as session:
        ask = Ask(kind=briefing_paper.BODY, ids=(body,), options=BriefingOptions(), now=now)
        snapshot = briefing_paper.gather(session, ask)
    made = briefing.render(snapshot)
    out: Path = chosen.folder / files.file_name(now.date(), "Briefing", snapshot.profile.name)
    files.write_paper(out, made.content)
    with store.write("paper.printed") as session:
        sheet = Sheet(
            paper=BRIEFING, data=snapshot, content=made.content, pages=made.pages, file_name=out.name
        )
        papers.note_print(session, ask, sheet)
    return out


def _note_erasure(created: Created) -> None:
    """Note one erased person: the list knows an id, and no file holds the name."""
    uid = link_uid("person", b"erased from the demo")
    erasures.note_erased(created.opened.folder, created.opened.key, [uid])


def _clear(folder: Path, profile: Path) -> None:
    """Remove an earlier demo office and its papers, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    if profile.exists():
        if any(profile.iterdir()) and not ProfileFolder(profile).sidecar.is_file():
            raise RefusedError("demo_folder_taken", folder=profile)
        shutil.rmtree(profile)
    for old in folder.glob("*_Briefing_*.pdf"):
        old.unlink()
