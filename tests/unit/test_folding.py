"""Folding many texts as one: an import and single records are found alike."""

from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core import folding

LETTERS = st.one_of(st.sampled_from("aouAOUeEßøØæłẞı\xad x\x1f"), st.characters(codec="utf-8"))


@given(texts=st.lists(st.none() | st.text(LETTERS), max_size=6))
def test_many_texts_fold_like_each_alone(texts: list[str | None]) -> None:
    assert folding.index_fold_all(texts) == [folding.index_fold(text or "") for text in texts]


def test_umlauts_spelt_out_fold_only_where_they_may_be_umlauts() -> None:
    spelt = ["Goethe", "AEROSOL", "aErmel", "Uelzen", "queee", "Aachen, Oerlinghausen"]
    assert folding.index_fold_all(spelt) == [
        "Gothe",
        "aROSOL",
        "aErmel",
        "ulzen",
        "quee",
        "Aachen, orlinghausen",
    ]
