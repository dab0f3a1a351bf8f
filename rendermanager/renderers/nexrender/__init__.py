"""What is known of nexrender and of the aerender below it."""
