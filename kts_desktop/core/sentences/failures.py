"""A failure as one sentence: what happened, what was kept, what to do."""

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences import earlier, imports, packages, papers, records, storage
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.core.sentences.kinds import kind_name
from kts_desktop.core.sentences.labels import label

Sentences = dict[str, tuple[str, str]]

ALL: Sentences = {
    **storage.SENTENCES,
    **records.SENTENCES,
    **papers.SENTENCES,
    **earlier.SENTENCES,
    **imports.SENTENCES,
    **packages.SENTENCES,
}


def sentence(error: UserFacingError, language: str) -> str:
    """Return the sentence for a failure; ``language`` is ``de`` or ``en``.

    Details called ``label``, ``field`` and ``kind`` are keys and are told in the language. Raises KeyError for a code
    without a sentence.
    """
    english, german = ALL[error.code]
    details = dict(error.details)
    if "label" in details:
        details["label"] = label(str(details["label"]), language)
    if "field" in details:
        details["field"] = field_name(str(details["field"]), language)
    if "kind" in details:
        details["kind"] = kind_name(str(details["kind"]), language, many=True)
    return (german if language == "de" else english).format_map(details)
