"""The laptop at hand as one of several: who it is, what it knows, which of its edits are sealed."""
