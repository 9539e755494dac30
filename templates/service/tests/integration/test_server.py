"""A real server: it answers on a socket, and it stops when it is told to."""

import pytest
from httpx2 import Client

pytestmark = pytest.mark.integration


def test_server_answers_on_its_socket(server_url: str) -> None:
    with Client(base_url=server_url) as client:
        assert client.get("/health/ready").json() == {"status": "ready"}
