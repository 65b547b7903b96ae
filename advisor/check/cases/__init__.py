"""The acceptance cases of the content: whether they hold, what they notice, which are missing."""
