# umqtt.simple's calls with every exception turned into a value, and our sockets under it.
#
# Why this is not TypeScript: umqtt raises what it likes (OSError, MQTTException, AssertionError, IndexError,
# TypeError, MemoryError), and the language catches only its own errors and OSError. Replacing a global of another
# module is not part of the language either. After any failure the connection must be closed: umqtt leaves half-read
# packets behind.
import umqtt.simple


def use_sockets(sockets):
    umqtt.simple.socket = sockets


# umqtt never lets its packet identifier begin again; 0 is not allowed on the wire [MQTT-2.3.1-1].
def _wrap_packet_identifier(client):
    if client.pid >= 65534:
        client.pid = 0


def connect(client):
    try:
        client.connect()
        return 0
    except umqtt.simple.MQTTException as refusal:
        return refusal.args[0]
    except Exception:
        return -1


# Also with a refusal [MQTT-3.9.3-1]: what may not be subscribed to shall not cost the connection.
def subscribe(client, topic):
    try:
        _wrap_packet_identifier(client)
        client.subscribe(topic, 1)
        return 0
    except umqtt.simple.MQTTException as refusal:
        return refusal.args[0]
    except Exception:
        return -1


def publish(client, topic, payload, retain, qos):
    try:
        _wrap_packet_identifier(client)
        client.publish(topic, payload, retain, qos)
        return True
    except Exception:
        return False


def check(client):
    try:
        return client.check_msg() or 0
    except Exception:
        return -1


def ping(client):
    try:
        client.ping()
        return True
    except Exception:
        return False
