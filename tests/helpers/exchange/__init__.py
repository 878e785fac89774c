"""Laptops in memory, an oracle that knows who has seen what, and random histories of an office."""
