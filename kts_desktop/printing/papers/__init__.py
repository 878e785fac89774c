"""Layouts: one module a paper, frozen data in, a finished file out."""
