"""The language of the window: its translators, and sentences from the layers that know none."""
