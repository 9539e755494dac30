"""Checked by the type checkers, never run."""
