"""The municipality directory and the official register."""
