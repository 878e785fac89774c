"""The page of the quarterly report: its figures, the records behind them, what was reported."""
