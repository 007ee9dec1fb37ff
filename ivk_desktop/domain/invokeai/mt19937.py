"""The Mersenne Twister with the seeding of 2002, as the web UI uses it.

Python's ``random.Random`` seeds in another way and draws 53 bits, so its numbers differ.
"""

from __future__ import annotations

from typing import Final

_SIZE: Final = 624
_SHIFT: Final = 397
_MASK: Final = 0xFFFFFFFF


class MersenneTwister:
    """Uniform numbers in [0, 1) from a seed, of which the lower 32 bits count."""

    def __init__(self, seed: int) -> None:
        state = [seed & _MASK]
        for index in range(1, _SIZE):
            last = state[-1]
            state.append((1812433253 * (last ^ (last >> 30)) + index) & _MASK)
        self._state = state
        self._index = _SIZE

    def random(self) -> float:
        """The next number, a multiple of 2**-32."""
        return self._next() / 2**32

    def _next(self) -> int:
        if self._index == _SIZE:
            self._twist()
        value = self._state[self._index]
        self._index += 1
        value ^= value >> 11
        value ^= (value << 7) & 0x9D2C5680
        value ^= (value << 15) & 0xEFC60000
        return value ^ (value >> 18)

    def _twist(self) -> None:
        state = self._state
        for index in range(_SIZE):
            joined = (state[index] & 0x80000000) | (state[(index + 1) % _SIZE] & 0x7FFFFFFF)
            odd = 0x9908B0DF if joined & 1 else 0
            state[index] = state[(index + _SHIFT) % _SIZE] ^ (joined >> 1) ^ odd
        self._index = 0
