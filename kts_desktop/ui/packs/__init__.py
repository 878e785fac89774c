"""Papers and briefing packs."""
