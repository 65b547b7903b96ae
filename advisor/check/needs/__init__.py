"""Proves what is said of needs: each can be told, each demand is answered, and nothing is claimed that is not so."""
