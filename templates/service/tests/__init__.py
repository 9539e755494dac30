"""Tests of xx_package_xx: `unit` needs nothing, `integration` needs PostgreSQL."""
