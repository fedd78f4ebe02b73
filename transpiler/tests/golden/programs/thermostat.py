from app._ts import ts_shift

_HYSTERESIS = const(5)
_HISTORY = const(4)


class Relay:
    def __init__(self, pin):
        self.isOn = False
        self.pin = pin

    def set(self, on):
        if on == self.isOn:
            return
        self.isOn = on
        print("pin %s: %s" % (self.pin, "on" if on else "off"))


class Thermostat:
    def __init__(self, heater):
        self.history = []
        self.target = 200
        self.heater = heater

    def _get_average(self):
        sum_ = 0
        for value in self.history:
            sum_ += value
        return sum_ // len(self.history) if len(self.history) > 0 else self.target

    def measure(self, tenths):
        self.history.append(tenths)
        if len(self.history) > _HISTORY:
            ts_shift(self.history)
        average = self._get_average()
        if average < self.target - _HYSTERESIS:
            self.heater.set(True)
        elif average > self.target + _HYSTERESIS:
            self.heater.set(False)


thermostat = Thermostat(Relay(15))
for tenths in (190, 192, 205, 230, 240, 198, 180, 170):
    thermostat.measure(tenths)
print("average %s" % thermostat._get_average())
