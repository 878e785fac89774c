"""Building blocks of pages; knows no feature."""
