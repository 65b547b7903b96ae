"""Proofs over everything that a visitor can answer."""
