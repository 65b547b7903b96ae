"""Questions, obligations and conditions, and what holds for given answers, with "not known" as a third value."""
