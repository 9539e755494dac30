"""Tests against a real PostgreSQL; they are skipped when no test database is named."""
