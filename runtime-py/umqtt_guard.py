# umqtt.simple's calls with every exception turned into a value, and our sockets under it.
#
# Why this is not TypeScript: umqtt raises what it likes (OSError, MQTTException, AssertionError, IndexError,
# TypeError, MemoryError), and the language catches only its own errors and OSError. Replacing a global of another
# module is not part of the language either. After any failure the connection must be closed: umqtt leaves half-read
# packets behind.
import umqtt.simple


def use_sockets(sockets):
    umqtt.simple.socket = sockets


# 256: accepted, and the broker has kept the session [MQTT-3.2.2-2].
def connect(client, is_clean):
    try:
        return client.connect(is_clean) << 8
    except umqtt.simple.MQTTException as refusal:
        return refusal.args[0]
    except Exception:
        return -1


# Also with a refusal [MQTT-3.9.3-1]: what may not be subscribed to shall not cost the connection.
def subscribe(client, topic, qos):
    try:
        client.subscribe(topic, qos)
        return 0
    except umqtt.simple.MQTTException as refusal:
        return refusal.args[0]
    except Exception:
        return -1


# umqtt puts what it takes for `retain` into the packet's first octet, so DUP can be among the flags.
def publish(client, topic, payload, flags, qos):
    try:
        client.publish(topic, payload, flags, qos)
        client.sock.flush()
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
        client.sock.flush()
        return True
    except Exception:
        return False
