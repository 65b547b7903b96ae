"""The sign-off book: all content on paper, so that a lawyer can read and approve it."""
