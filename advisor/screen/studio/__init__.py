"""The editors' screen."""
