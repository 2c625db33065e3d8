"""Tells Laurel that a learner passes a course run, and with which grade.

    pip install -r requirements.txt
    python producer.py [brokers] [learner id]
"""

import json
import sys
import uuid
from datetime import datetime, timezone

from confluent_kafka import Producer

BROKERS = sys.argv[1] if len(sys.argv) > 1 else "localhost:19092"
LEARNER = sys.argv[2] if len(sys.argv) > 2 else "42"
FACT = {
    "learner_id": LEARNER,
    "course_key": "course-v1:DemoX+CS101+2026_T1",
    "grade": 0.88,
    "letter_grade": "B",
    # When it came true, not when it is sent.
    "occurred_at": "2026-02-03T04:05:06Z",
}


def attributes(event_type):
    """Keep the id when you send the same fact again: then it is known as a repeat."""
    return {
        "specversion": "1.0",
        "id": str(uuid.uuid4()),
        "source": "/platforms/python",
        "type": event_type,
        "time": datetime.now(timezone.utc).isoformat(),
    }


def binary(event_type, body):
    """Attributes as headers, the body as the value."""
    headers = {"ce_" + name: value for name, value in attributes(event_type).items()}
    headers["content-type"] = "application/json"
    return {"value": json.dumps(body), "headers": headers}


def structured(event_type, body):
    """Attributes and body in one document, for producers that cannot set headers."""
    return {"value": json.dumps({**attributes(event_type), "data": body})}


def reported(error, _message):
    if error:
        sys.exit(f"Kafka did not take the event: {error}")


producer = Producer({
    "bootstrap.servers": BROKERS,
    "enable.idempotence": True,
    # As Java does, so that one learner's events lie in one partition whoever sends them.
    "partitioner": "murmur2_random",
})
for message in (
    binary("org.laurel.passing-status.changed.v1", {**FACT, "passing": True}),
    structured("org.laurel.grade.changed.v1", FACT),
):
    producer.produce("laurel.grades", key=LEARNER, on_delivery=reported, **message)
if producer.flush(30):
    sys.exit("Kafka did not answer.")
