"""The windows: widgets, models and delegates that ask services and show committed events."""
