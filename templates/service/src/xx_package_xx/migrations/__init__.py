"""Versions of the database schema, and the command that moves between them."""
