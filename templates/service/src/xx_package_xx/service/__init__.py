"""What the service can do: one transaction per operation, the same for every way in."""
