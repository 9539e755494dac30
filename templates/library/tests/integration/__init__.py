"""Tests that cross a process or file boundary."""
