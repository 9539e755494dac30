"""Tests that hold what was agreed with the users of the package."""
