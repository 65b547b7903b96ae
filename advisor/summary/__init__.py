"""The document that the visitor takes away: one model, several forms."""
