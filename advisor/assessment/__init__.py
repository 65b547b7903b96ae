"""One company's answers under the content of one day, and everything that follows from them."""
