"""How the document is written: one file a format, and what they share."""
