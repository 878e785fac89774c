"""Sentences about files that come in: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {}
