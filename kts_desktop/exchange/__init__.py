"""All that enters or leaves by file."""
