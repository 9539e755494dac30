"""The way in over HTTP: translates requests into calls of the services, and answers back."""
