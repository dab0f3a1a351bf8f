"""What this computer does: process trees, load, power.

Nothing is imported here: the supervisor starts from a sibling file and pays for every import.
"""
