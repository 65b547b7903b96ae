"""What follows from the answers, section by section."""
