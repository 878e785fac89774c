"""Municipalities and model projects."""
