"""The start of the day."""
