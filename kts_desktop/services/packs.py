"""Gathering of briefing packs: from records to a frozen snapshot."""
