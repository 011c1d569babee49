"""Several acts at one moment, each in a thread with a connection of its own."""

from threading import Barrier, Thread

from django.db import connection


def at_once(*acts):
    """Runs the acts in threads that set off together, and raises what any of them raised."""
    start, raised = Barrier(len(acts)), []

    def run(act):
        try:
            start.wait(timeout=20)
            act()
        except Exception as fault:
            raised.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert raised == []
