"""What editors want to see: how questions, statements, sources and examples hang together."""
