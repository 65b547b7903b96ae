"""The conversation's element by itself: a page that mounts it and hands it made-up turns."""
