# A board's program for tests of the simulator: shows a line, joins the Wi-Fi, and publishes every line of the modem
# that announces a message. It speaks just enough MQTT for that, with bytes written by hand.
import framebuf
import json
import network
import socket
import time
from machine import I2C, UART, Pin

with open('/settings.json') as file:
    settings = json.load(file)


def show(*lines):
    pixels = bytearray(1024)
    canvas = framebuf.FrameBuffer(pixels, 128, 64, framebuf.MONO_VLSB)
    for row, line in enumerate(lines):
        canvas.text(line, 0, row * 8)
    for octet in b'\x21\x00\x7f\x22\x00\x07':
        bus.writeto(0x3C, bytes((0x80, octet)))
    bus.writeto(0x3C, b'\x40' + pixels)


def packet(first, *fields):
    body = b''.join(fields)
    return bytes((first, len(body))) + body


def text(value):
    octets = value.encode()
    return bytes((0, len(octets))) + octets


bus = I2C(1, sda=Pin(14), scl=Pin(15), freq=400000)
for octet in b'\xae\x20\x00\x40\xa1\xc8\xa8\x3f\xd3\x00\xda\x12\xd5\x80\xd9\xf1\xdb\x30\x81\xff\xa4\xa6\x8d\x14\xaf':
    bus.writeto(0x3C, bytes((0x80, octet)))
show('SMS gateway', 'Wi-Fi ...')

wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.connect(settings['wifi_ssid'], settings['wifi_password'])
while not wlan.isconnected():
    time.sleep_ms(50)

broker = socket.socket()
broker.connect(socket.getaddrinfo(settings['broker_host'], settings['broker_port'])[0][-1])
broker.write(packet(0x10, text('MQTT'), b'\x04\x02\x00\x3c', text('relay')))
broker.read(4)
show('SMS gateway', 'connected')
print('connected')

uart = UART(0, 19200, tx=Pin(16), rx=Pin(17), rxbuf=4096)
uart.write(b'AT+CNMI=2,1,0,1,0\r')
count = 0
line = b''
while True:
    # What has come may end in the middle of a line.
    piece = uart.readline()
    line += piece or b''
    if line.endswith(b'\n'):
        if line.startswith(b'+CMTI'):
            count += 1
            broker.write(packet(0x30, text(settings['topic'] + '/sms'), json.dumps({'line': line.decode().strip()}).encode()))
            show('SMS gateway', 'connected', '', 'SMS: ' + str(count))
        line = b''
    if not piece:
        if count == 0:
            uart.write(b'AT+CNMI=2,1,0,1,0\r')
        time.sleep_ms(200)
