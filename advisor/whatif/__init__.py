"""What other answers would do."""
