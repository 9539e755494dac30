"""Tests of what callers rely on: the HTTP interface and the signatures of modules."""
