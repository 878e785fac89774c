"""Tables and the words they speak."""
