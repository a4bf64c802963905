"""Sends once a second where a satellite is, as the article's producer does.

It knows nothing of Groundtrack and must work with it as it is. Elements come
from the files that TLES names, or from the network where it is not set.
"""

import json
import os
import time
from datetime import datetime, timezone

from confluent_kafka import Producer
from pyorbital.orbital import Orbital

orbital = Orbital(os.environ["SATELLITE"])
producer = Producer({"bootstrap.servers": os.environ["BOOTSTRAP_SERVERS"]})

while True:
    utc = datetime.now(timezone.utc).replace(tzinfo=None)
    lon, lat, alt = (float(value) for value in orbital.get_lonlatalt(utc))
    message = {"lon": lon, "lat": lat, "alt": alt, "time": str(datetime.now())}
    producer.produce(os.environ["TOPIC"], json.dumps(message))
    producer.poll(0)
    time.sleep(1)
