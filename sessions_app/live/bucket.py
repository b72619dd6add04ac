"""How fast one socket may send."""


class Bucket:
    """A token bucket: `rate` frames a second, `burst` at once; `now` is in ms."""

    def __init__(self, rate: float, burst: int, now: int) -> None:
        self._rate, self._burst = rate, burst
        self._tokens, self._at = float(burst), now

    def take(self, now: int, cost: int = 1) -> bool:
        """Whether one more frame may pass; a large one counts for several."""
        gained = max(0, now - self._at) * self._rate / 1000
        self._tokens, self._at = min(self._burst, self._tokens + gained), now
        if self._tokens < cost:
            return False
        self._tokens -= cost
        return True
