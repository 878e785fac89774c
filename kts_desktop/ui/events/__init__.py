"""Exchange events."""
