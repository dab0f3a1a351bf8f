"""What is known of Manim."""
