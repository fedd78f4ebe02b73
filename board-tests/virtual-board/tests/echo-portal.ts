// A small server on a board's own access point, as a portal is one: HTTP that tells what it was asked, and a name server
// that gives every name the board's address. In MicroPython, with nothing of the firmware's.

export const SSID = "SMS-Gateway-AB21";
export const KEY = "abcdefgh2345";

const ACCESS_POINT = `
import network
ap = network.WLAN(network.AP_IF)
ap.config(ssid='${SSID}', key='${KEY}', security=ap.SEC_WPA_WPA2)
ap.active(True)
`;

const SERVER = `
import select, socket, time

def listen(backlog=5):
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.setblocking(False)
    s.bind(('0.0.0.0', 80))
    s.listen(backlog)
    return s

def answer_name(query):
    at = 12
    while query[at]: at += query[at] + 1
    is_a = query[at + 1:at + 3] == b'\\x00\\x01'
    head = query[:2] + b'\\x84\\x00\\x00\\x01' + (b'\\x00\\x01' if is_a else b'\\x00\\x00') + b'\\x00\\x00\\x00\\x00'
    record = b'\\xc0\\x0c\\x00\\x01\\x00\\x01\\x00\\x00\\x00\\x01\\x00\\x04\\xc0\\xa8\\x04\\x01'
    return head + query[12:at + 5] + (record if is_a else b'')

def answer(head, body):
    lines = head.decode().split('\\r\\n')
    method, path, version = lines[0].split(' ')
    host = [line[6:] for line in lines if line.lower().startswith('host: ')]
    if not host or host[0] not in ('192.168.4.1', '192.168.4.1:80'):
        return b'HTTP/1.1 302 Found\\r\\nLocation: http://192.168.4.1/\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n'
    text = ('<title>' + path + '</title>\\n' + head.decode() + '\\n' + body.decode()).encode()
    text += bytes(b'.') * PAGE_BYTES
    head = 'HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n' % len(text)
    return head.encode() + text

class Client:
    def __init__(self, s):
        self.s = s
        self.got = b''
        self.out = None
        self.since = time.ticks_ms()
    # True: it is done with.
    def turn(self):
        if self.out is None:
            part = self.s.read(512)
            if part == b'': return True
            if part: self.got += part
            end = self.got.find(b'\\r\\n\\r\\n')
            if end < 0: return time.ticks_diff(time.ticks_ms(), self.since) > 5000
            length = 0
            for line in self.got[:end].lower().split(b'\\r\\n'):
                if line.startswith(b'content-length:'): length = int(line[15:])
            if len(self.got) < end + 4 + length: return time.ticks_diff(time.ticks_ms(), self.since) > 5000
            self.out = memoryview(answer(self.got[:end], self.got[end + 4:]))
        n = self.s.write(self.out[:1600])
        if n: self.out = self.out[n:]
        return len(self.out) == 0

def serve():
    listener = listen(BACKLOG)
    names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    names.setblocking(False)
    names.bind(('0.0.0.0', 53))
    print('serving')
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    poll.register(names, select.POLLIN)
    clients = []
    while True:
        poll.poll(5)
        try:
            query, who = names.recvfrom(512)
            names.sendto(answer_name(query), who)
        except OSError: pass
        if poll.poll(0):
            try:
                s, who = listener.accept()
                clients.append(Client(s))
            except OSError: pass
        for client in clients[:]:
            try: done = client.turn()
            except OSError as e:
                done = True
            if done:
                client.s.close()
                clients.remove(client)
`;

/** @param pageBytes how much longer each answer is made */
export function echoPortal({ backlog = 5, pageBytes = 0 } = {}): string {
  return `${ACCESS_POINT}\nBACKLOG = ${backlog}\nPAGE_BYTES = ${pageBytes}\n${SERVER}\nserve()\n`;
}

/** The access point alone, and what follows. */
export function withAccessPoint(source: string): string {
  return `${ACCESS_POINT}\nimport select, socket, time\n${source}`;
}
