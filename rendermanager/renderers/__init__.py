"""Render engines: one small adapter for each program, strangers to one another."""
