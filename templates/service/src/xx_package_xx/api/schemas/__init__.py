"""The documents that clients send and get."""
