"""Sample values of each resource, for all tests."""
