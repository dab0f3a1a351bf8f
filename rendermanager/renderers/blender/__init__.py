"""The Blender engine: frames of scenes, in chunks."""
