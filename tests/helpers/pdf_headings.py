"""Checks of headings, bookmarks and contents: levels rise by one, titles agree, pages are real."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.helpers.pdf_tree import Branch, Reader

_LINE = re.compile(r"(.*) (\d+)")


def wrong_headings(pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find levels that jump, too many or no titles, and bookmarks that are not the headings."""
    found = _headings(reader)
    levels = [int(heading.tag[1]) for heading in found]
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"heading level jumps from {before} to {after}"
    sections = len(reader.all_of("Sect"))
    if levels.count(1) != 1 and levels.count(1) > sections:
        yield f"{levels.count(1)} titles"
    marks = _bookmarks(pdf, reader)
    if sections and len(marks) != len(levels) and len(marks) in (0, len(pdf.pages)):
        return  # sheets, such as badges, need no way to each of them
    if len(marks) != len(levels):
        yield f"{len(marks)} bookmarks, {len(levels)} headings"
        return
    for (title, page), heading in zip(marks, found, strict=True):
        said = _even(reader.text(heading))
        is_cut = said.endswith("…") and _even(title).startswith(said[:-1].rstrip())
        if _even(title) != said and not is_cut:
            yield f"bookmark {title!r} stands for heading {reader.text(heading)!r}"
        elif page != reader.page(heading):
            yield f"bookmark {title!r} leads to page {page}, not {reader.page(heading)}"


def wrong_contents(pdf: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    """Find lines of the contents that name no heading, a wrong page, or lead elsewhere; and missing ones."""
    for toc in reader.all_of("TOC"):
        home = next((one for one in reader.all_of("Sect") if any(part is toc for part in one.every())), None)
        yield from _wrong_lines(pdf, reader, toc, home)


def _wrong_lines(pdf: pikepdf.Pdf, reader: Reader, toc: Branch, home: Branch | None) -> Iterator[str]:
    """Find what is wrong with the contents of a paper, or of the chapter they stand in."""
    lines = [branch for branch in toc.every() if branch.tag == "TOCI"]
    about = [one for one in (home or reader.root).every() if re.fullmatch("H[1-6]", one.tag)]
    section = f"H{int(about[0].tag[1]) + 1}" if home else "H2"
    headings = [(_even(reader.text(h)), reader.page(h), h.tag) for h in about]
    place = 0
    for line in lines:
        said = _LINE.fullmatch(reader.text(line))
        if said is None:
            yield f"contents line {reader.text(line)!r} has no page"
            continue
        title, number = _even(said[1]), int(said[2])
        rest = [at for at in range(place, len(headings)) if headings[at][0] == title]
        if not rest:
            yield f"contents name {title!r}, which is no heading here"
            continue
        if any(level == section for _, _, level in headings[place : rest[0]]) and place:
            yield f"contents leave out a section before {title!r}"
        place = rest[0] + 1
        if headings[place - 1][1] != number:
            yield f"contents say page {number} for {title!r}, it is {headings[place - 1][1]}"
        yield from (
            f"the line of {title!r} leads to page {page}"
            for page in _targets(pdf, line, reader)
            if page != number
        )
    if any(level == section for _, _, level in headings[place:]):
        yield "contents leave out the last sections"


def outline(pdf: pikepdf.Pdf) -> list[str]:
    """Return the titles of all bookmarks in order."""
    return [item.title for item in _items(pdf)]


def _headings(reader: Reader) -> list[Branch]:
    return [branch for branch in reader.branches if re.fullmatch("H[1-6]", branch.tag)]


def _items(pdf: pikepdf.Pdf) -> list[Any]:
    with pdf.open_outline() as found:
        todo, flat = list(found.root), []
        while todo:
            item = todo.pop(0)
            flat.append(item)
            todo[:0] = item.children
    return flat


def _bookmarks(pdf: pikepdf.Pdf, reader: Reader) -> list[tuple[str, int]]:
    return [(item.title, _page_of(pdf, item.destination, reader)) for item in _items(pdf)]


def _targets(pdf: pikepdf.Pdf, line: Branch, reader: Reader) -> Iterator[int]:
    """Yield the pages the links of a line of the contents lead to."""
    for branch in line.every():
        for note in branch.notes:
            yield _page_of(pdf, note.get("/Dest") or note.A.D, reader)


def _page_of(pdf: pikepdf.Pdf, destination: Any, reader: Reader) -> int:
    """Return the page of a destination, which may go by name; 0 for one that is not there."""
    if isinstance(destination, pikepdf.Name | pikepdf.String):
        named: Any = pdf.Root.get("/Dests", pikepdf.Dictionary())
        destination = named.get(str(destination)) if isinstance(destination, pikepdf.Name) else None
    if isinstance(destination, pikepdf.Dictionary):
        destination = destination.get("/D")
    if not isinstance(destination, pikepdf.Array):
        return 0
    return reader.number(destination[0])


def _even(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())
