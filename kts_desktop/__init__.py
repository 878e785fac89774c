"""KTS Desktop: advisory cases, contacts, exchange events and briefing packs for the KTS project office."""

__version__ = "0.1.0"
