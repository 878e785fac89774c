"""Frozen data to PDF bytes; no SQL, no Qt."""
