"""People and bodies."""
