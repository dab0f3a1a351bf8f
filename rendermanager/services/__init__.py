"""What people and programs can ask for, and what the app does on its own behalf."""
