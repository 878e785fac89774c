"""Use cases, one module a feature."""
