"""Speed, as ratios measured side by side: ``python3 start.py bench``."""
