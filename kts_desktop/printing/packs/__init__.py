"""Packs: papers made of parts."""
