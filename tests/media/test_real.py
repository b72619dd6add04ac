"""Real Janus, coturn and Chromium: each file of `real/` once, in a network of its own."""

import pytest

from tests.media import network


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", sorted(path.name for path in network.REAL.glob("test_*.py")))
def test_in_a_network_of_its_own(name: str) -> None:
    network.require()
    run = network.again_inside(["-v", str(network.REAL / name)])
    assert run.returncode == 0, run.stdout
