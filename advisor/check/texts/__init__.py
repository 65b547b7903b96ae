"""What is wrong with texts, links, sources and figures."""
