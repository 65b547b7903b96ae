"""Decides whether a company must be certified to a standard, explains why, and talks it through."""

__version__ = "0.1.0"
