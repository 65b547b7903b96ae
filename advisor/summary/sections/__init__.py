"""The sections of a document, those that belong together in one file: from the summary and the words to blocks."""
