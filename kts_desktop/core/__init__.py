"""Plain foundations: no domain, no Qt, no SQL."""
