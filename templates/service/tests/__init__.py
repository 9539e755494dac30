"""The tests: `unit` and `contract` need nothing, `integration` needs PostgreSQL."""
