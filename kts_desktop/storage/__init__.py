"""The one encrypted file of a profile."""
