"""What is known of Blender."""
