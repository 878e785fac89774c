"""Exchange between laptops by packages: what is sealed, what a package holds, how it is merged."""
