"""The demo office: real places and projects, invented people and matters, the same for the same seed and day."""
