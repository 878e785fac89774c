"""What the program says outside the window's own texts: failures, labels, fields; English and German."""
