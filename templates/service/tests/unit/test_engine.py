"""Connection pools of all replicas together fit into what the database allows."""

import pytest

from xx_package_xx.db.engine import check_pool_budget
from xx_package_xx.settings import Settings


def with_replicas(settings: Settings, replicas: int) -> Settings:
    database = settings.database.model_copy(
        update={"replicas": replicas, "pool_size": 5, "max_overflow": 5, "max_connections": 100}
    )
    return settings.model_copy(update={"database": database})


def test_pool_budget_is_kept_when_ten_connections_stay_free(settings: Settings) -> None:
    check_pool_budget(with_replicas(settings, 9))


def test_pool_budget_is_refused_when_replicas_could_take_more(settings: Settings) -> None:
    with pytest.raises(ValueError, match="max_connections"):
        check_pool_budget(with_replicas(settings, 10))
