"""A sign without width: it keeps rows apart, or a place free, without a word."""

BLANK = "\u200b"
