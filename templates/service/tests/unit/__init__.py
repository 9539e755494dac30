"""Tests of single parts: no database, no network."""
