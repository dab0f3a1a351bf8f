"""Where things are and how the user wants them: paths, settings, presets and resources."""
