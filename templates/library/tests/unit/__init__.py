"""Tests of one unit each."""
