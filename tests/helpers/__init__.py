"""Builders and waits that several tests share."""
