import pytest

from search.engines.breaker import FAILURES, PAUSE_SECONDS, CircuitBreaker
from search.engines.cluster import ClusterEngine
from search.engines.interface import EngineUnavailable


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def fail(breaker):
    with pytest.raises(EngineUnavailable), breaker.guarding(ConnectionError):
        raise ConnectionError("gone")


def test_after_some_failures_nobody_waits_for_the_engine():
    clock = Clock()
    breaker = CircuitBreaker(clock)
    for _ in range(FAILURES):
        fail(breaker)
    asked = []
    with pytest.raises(EngineUnavailable, match="left alone"), breaker.guarding(ConnectionError):
        asked.append("engine")
    assert asked == []


def test_after_a_pause_it_is_asked_again_and_one_answer_is_enough():
    clock = Clock()
    breaker = CircuitBreaker(clock)
    for _ in range(FAILURES):
        fail(breaker)
    clock.now += PAUSE_SECONDS
    with breaker.guarding(ConnectionError):
        pass
    assert breaker.failures == 0


def test_faults_of_our_own_are_not_taken_for_the_engines():
    breaker = CircuitBreaker(Clock())
    with pytest.raises(KeyError), breaker.guarding(ConnectionError):
        raise KeyError
    assert breaker.failures == 0


def test_an_elasticsearch_that_is_not_there_is_unavailable():
    engine = ClusterEngine(["http://127.0.0.1:9"])
    with pytest.raises(EngineUnavailable):
        engine.check("hub-any")
    engine.client.close()
