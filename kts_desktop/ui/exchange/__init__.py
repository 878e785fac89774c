"""The page of the exchange between laptops: colleagues, packages, conflicts."""
