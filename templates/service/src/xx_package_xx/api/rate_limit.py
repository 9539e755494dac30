"""How many requests one client may make; counted in this process, so per replica."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

# The oldest client is forgotten first, so that memory stays bounded whoever calls.
_MAX_CLIENTS = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class RateLimiter:
    """A token bucket per client: short bursts pass, a steady stream is held to the rate."""

    def __init__(
        self, *, per_minute: int, burst: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_second = per_minute / 60
        self._burst = burst
        self._now = now
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, client: str) -> float:
        """Return 0 and count the request, or the seconds until the next one may come."""
        now = self._now()
        bucket = self._buckets.setdefault(client, _Bucket(self._burst, now))
        self._buckets.move_to_end(client)
        if len(self._buckets) > _MAX_CLIENTS:
            self._buckets.popitem(last=False)
        refilled = bucket.tokens + (now - bucket.at) * self._per_second
        bucket.tokens = min(float(self._burst), refilled)
        bucket.at = now
        if bucket.tokens < 1:
            return (1 - bucket.tokens) / self._per_second
        bucket.tokens -= 1
        return 0
