"""The OpenAPI schema of accounts: complete, without a guess."""

import warnings

from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from accounts.api.urls import urlpatterns


def test_every_door_is_described_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        GENERATOR_STATS.reset()
        schema = SchemaGenerator(patterns=urlpatterns).get_schema(request=None, public=True)
    validate_schema(schema)
    told = [*GENERATOR_STATS._warn_cache, *GENERATOR_STATS._error_cache]
    assert told == []
    described = {path.rstrip("/") for path in schema["paths"]}
    assert len(described) == len(urlpatterns)
    for operations in schema["paths"].values():
        for name, operation in operations.items():
            if name != "parameters":
                assert {"401", "404", "429"} <= set(operation["responses"])
