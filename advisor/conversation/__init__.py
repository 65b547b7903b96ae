"""What the conversation shows, and what a press in it may do; drawn elsewhere."""
