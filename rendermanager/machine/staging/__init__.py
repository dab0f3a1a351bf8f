"""The stager's parts: it brings the files of a render into its folder, then becomes the renderer.

Only the standard library is used here: `machine/stager.py` runs without installed packages.
"""
