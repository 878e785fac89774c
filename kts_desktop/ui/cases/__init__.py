"""Advisory cases."""
