"""A first walk through the service: create, read, change, list.

Start the service first, as the README says, and run `python examples/quickstart.py`. The address
and the key fit `.env.example`; SERVICE_URL and SERVICE_KEY in the environment replace them.
"""

xx_imports_xx

URL = os.environ.get("SERVICE_URL", "http://127.0.0.1:8000")
KEY = os.environ.get("SERVICE_KEY", "local-development-key")


def main() -> None:
    """Show what each request sends back; a refusal ends the walk with its reason."""
    headers = {"Authorization": f"Bearer {KEY}"}
    with httpx2.Client(base_url=URL, headers=headers) as client:
        # Fresh for each walk: retries with the same key would get the same answer.
        token = uuid4().hex
        xx_number_xx
        body = {
            xx_body_xx
        }
        keyed = {"Idempotency-Key": token}
        created = shown(client.post("/v1/xx_resources_kebab_xx", json=body, headers=keyed))
        address = created.headers["Location"]
        shown(client.get(address))
        changes = {"xx_changed_xx": xx_change_xx}
        based_on = {"If-Match": created.headers["ETag"]}
        shown(client.patch(address, json=changes, headers=based_on))
        xx_moves_xx
        shown(client.get("/v1/xx_resources_kebab_xx", params={"limit": 2}))


def shown(response: httpx2.Response) -> httpx2.Response:
    """Print one exchange."""
    request = response.request
    print(f"{request.method} {request.url.path} -> {response.status_code}")
    print(f"  {response.text}")
    response.raise_for_status()
    return response


if __name__ == "__main__":
    main()
