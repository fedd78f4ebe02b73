# The part of rp2 that programs for the Pico W use for Wi-Fi.
from network import country
