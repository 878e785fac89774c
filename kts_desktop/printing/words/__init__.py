"""German and English words of the papers; the paper's language decides, not the window's."""
