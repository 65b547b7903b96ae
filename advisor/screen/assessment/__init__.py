"""The conversation, drawn by one element in the browser."""
