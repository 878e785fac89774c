"""The demo office: real places and projects, invented people and matters; the same for one seed and day."""
