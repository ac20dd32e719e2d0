"""Several workers at once: each message leaves once."""

import threading

import pytest
from django.db import connection

from messaging.enums import MessageState
from messaging.models import OutboxMessage
from tests.messaging.builders import queue, send
from tests.messaging.smtp_server import SmtpServer
from tests.served_site import PATIENCE_SECONDS

WORKER_COUNT = 4
MESSAGE_COUNT = 24


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_several_workers_at_once_send_each_message_once(smtp: SmtpServer) -> None:
    for number in range(MESSAGE_COUNT):
        queue(f"m{number:02}")
    start = threading.Barrier(WORKER_COUNT)
    sent_counts: list[int] = []

    def work() -> None:
        start.wait(PATIENCE_SECONDS)
        try:
            sent_counts.append(send().sent)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(WORKER_COUNT)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sum(sent_counts) == MESSAGE_COUNT
    assert sorted(smtp.message_ids) == [
        f"<m{number:02}@hamqadam.test>" for number in range(MESSAGE_COUNT)
    ]
    assert OutboxMessage.objects.filter(state=MessageState.SENT).count() == MESSAGE_COUNT
