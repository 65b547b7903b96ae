"""The sections of a document, one file each: from the summary and the words to blocks."""
