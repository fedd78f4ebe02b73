// Names that every MicroPython for the Pico W from 1.24 to 1.28 has in flash (its const qstr pool): on the board they cost
// nothing, whoever uses them. Found in MicroPython's sources of 1.24.0 and 1.28.0: what py/, extmod/, shared/ and
// ports/rp2/ name as MP_QSTR_… once the preprocessor has seen them with the settings of the board RPI_PICO_W, in both
// versions. One that is missing on another board only costs there what any name does.

const NAMES = `
  ADC AF_INET AF_INET6 ALT ALT_GPCK ALT_I2C ALT_PIO0 ALT_PIO1 ALT_PWM ALT_SIO ALT_SPI ALT_UART ALT_USB AP_IF ARRAY
  AUTO ArithmeticError AssertionError AttributeError BFINT16 BFINT32 BFINT8 BFUINT16 BFUINT32 BFUINT8 BF_LEN BF_POS
  BIG_ENDIAN BLE BUILTIN_CDC BUILTIN_DEFAULT BUILTIN_NONE BaseException BytesIO CERT_NONE CERT_OPTIONAL
  CERT_REQUIRED CORE_TEMP CTS CYW43 CancelledError DMA DeflateIO EACCES EADDRINUSE EAGAIN EALREADY EBADF
  ECONNABORTED ECONNREFUSED ECONNRESET EEXIST EHOSTUNREACH EINPROGRESS EINVAL EIO EISDIR ENOBUFS ENODEV ENOENT
  ENOMEM ENOTCONN EOFError EOPNOTSUPP EPERM ETIMEDOUT Ellipsis Exception FLAG_INDICATE FLAG_NOTIFY FLAG_READ
  FLAG_WRITE FLAG_WRITE_NO_RESPONSE FLOAT32 FLOAT64 FileIO Flash FrameBuffer FrameBuffer1 GS2_HMSB GS4_HMSB GS8 GZIP
  GeneratorExit I2C I2S IF_AP IF_STA IN INT INT16 INT32 INT64 INT8 INV_RX INV_TX IN_HIGH IN_LOW IOBase IPPROTO_IP
  IPPROTO_TCP IP_ADD_MEMBERSHIP IP_DROP_MEMBERSHIP IRQ_BREAK IRQ_FALLING IRQ_RISING IRQ_RXIDLE IRQ_SM0 IRQ_SM1
  IRQ_SM2 IRQ_SM3 IRQ_TXIDLE ImportError IndentationError IndexError JOIN_NONE JOIN_RX JOIN_TX KeyError
  KeyboardInterrupt LITTLE_ENDIAN LONG LONGLONG LSB LockType LookupError MBEDTLS_VERSION MONO MONO_HLSB MONO_HMSB
  MONO_VLSB MSB MVLSB MemoryError NATIVE NameError NoneType NotImplemented NotImplementedError ONE_SHOT OPEN_DRAIN
  OSError OUT OUT_HIGH OUT_LOW OrderedDict OverflowError PERIODIC PIO PM_NONE PM_PERFORMANCE PM_POWERSAVE POLLERR
  POLLHUP POLLIN POLLOUT PROTOCOL_TLS_CLIENT PROTOCOL_TLS_SERVER PTR PULL_DOWN PULL_UP PWM PWRON_RESET Pin PinAF RAW
  RGB565 RTC RTS RX RingIO RuntimeError SEC_OPEN SEC_WPA_WPA2 SHIFT_LEFT SHIFT_RIGHT SHORT SOCK_DGRAM SOCK_RAW
  SOCK_STREAM SOL_SOCKET SO_BROADCAST SO_REUSEADDR SPI SSLContext SSLSocket STA_IF STEREO Signal SoftI2C SoftSPI
  StateMachine StopAsyncIteration StopIteration StringIO SyntaxError SystemExit TCP_NODELAY TX Task TaskQueue
  TextIOWrapper Timer TypeError UART UINT UINT16 UINT32 UINT64 UINT8 ULONG ULONGLONG USBDevice USHORT UUID
  UnicodeError VOID ValueError VfsFat VfsLfs2 WDT WDT_RESET WLAN ZLIB ZeroDivisionError _ __abs__ __add__ __aenter__
  __aexit__ __aiter__ __and__ __anext__ __bases__ __bool__ __build_class__ __call__ __class__ __complex__
  __contains__ __del__ __delattr__ __delete__ __delitem__ __dict__ __dir__ __divmod__ __enter__ __eq__ __exit__
  __file__ __float__ __floordiv__ __ge__ __get__ __getattr__ __getitem__ __globals__ __iadd__ __import__ __init__
  __int__ __invert__ __isub__ __iter__ __le__ __len__ __lshift__ __main__ __matmul__ __mod__ __module__ __mul__
  __name__ __ne__ __neg__ __new__ __next__ __or__ __path__ __pos__ __pow__ __qualname__ __radd__ __rand__
  __repl_print__ __repr__ __reversed__ __rfloordiv__ __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __rpow__
  __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __set__ __setattr__ __setitem__ __str__ __sub__
  __traceback__ __truediv__ __xor__ _asyncio _machine _mpy _onewire _rp2 _task_queue _thread _webrepl a2b_base64 abs
  abs_tol accept acos acosh acquire active add add_program addr addr_mode addressof addrsize adv_data aes ahb_err
  all alloc_emergency_exception_buf allocate_lock alt antenna any append appendleft arg args argv array asin asinh
  asm_pio_encode atan atan2 atanh auth b2a_base64 baudrate bin binascii bind bits bitstream blit bluetooth board
  bool bootloader bootsel_button bound_method bssid bswap buf buffer buffering builtin_driver builtins busy
  bytearray bytearray_at bytecode byteorder bytes bytes_at calcsize callable callback cancel ceil center chain_to
  channel chdir choice chr cipher classmethod clear close closure cmath code collect collections compile complex
  config connect connectable const control_xfer_cb copy copysign coro cos cosh count country cpu crc32 crc8
  cryptolib ctrl cts cur_task data datetime decode decrypt deepsleep default deflate degrees deinit delattr deleter
  deque desc_cfg desc_dev desc_strs dht_readinto dict dict_view difference difference_update digest dir disable
  disable_irq discard disconnect divmod do_handshake_on_connect doc done dump dumps dupterm dupterm_notify duty_ns
  duty_u16 e ellipse enable enable_irq encode encoding encrypt end endswith enumerate ep_max erf erfc errno
  errorcode essid eval exec execfile exit exp expm1 extend fabs factorial feed file fill fill_rect filter find
  firstbit flags float floor flow flush fmod format framebuf freq frexp from_bytes fromhex fromkeys frozenset
  function gamma gap_advertise gap_disconnect gap_name gatts_indicate gatts_notify gatts_read
  gatts_register_services gatts_set_buffer gatts_write gc generator get get_ciphers get_ident getaddrinfo getattr
  getcwd getrandbits getter getvalue globals gmtime group groups handler hard hasattr hash hashlib heap_lock
  heap_unlock heapify heappop heappush heapq help hex hexlify high high_pri hline hostname ibuf id idle ifconfig
  ilistdir imag implementation in_base in_shiftdir inc_read inc_write index indices inf init input insert int
  intersection intersection_update interval_us invert io ioctl ipconfig ipoll irq irq_quiet isalpha isclose
  isconnected isdigit isdisjoint isenabled isfinite isinf isinstance islower isnan isspace issubclass issubset
  issuperset isupper items iter iterable iterator itf_max jmp_pin join json kbd_intr keepends key keys ldexp len
  lgamma libc_ver lightsleep line list listdir listen little load load_cert_chain load_verify_locations loads locals
  localtime lock locked log log10 log2 lookahead low lower lstrip lwip mac machine makefile map match math max
  maxsize mem mem16 mem32 mem8 mem_alloc mem_free mem_info memaddr memoryview micropython min miso mkdir mkfs mktime
  mode modf modify module modules monitor mosi mount mtime mtu name namedtuple nan network newline next nodename
  object oct off on onewire open open_itf_cb opt_level ord os out_base out_shiftdir pack pack_ctrl pack_into parity
  partition passive password path peek pend_throw period ph_key phase pi pixel platform pm polar polarity poll poly
  pop popitem popleft pow print print_exception print_pcbs prog progsize property ps1 ps2 pull pull_thresh push
  push_thresh put python_compiler qstr_info r radians randint random randrange range rate rb re read read_err
  read_u16 readbit readblocks readbyte readfrom readfrom_into readfrom_mem readfrom_mem_into readinto readline
  readlines readonly readsize real rect recv recvfrom register registers rel_tol release remote_wakeup remove
  remove_program rename replace repr reset reset_cause reset_cb resp_data restart reverse reversed rfind rindex
  ring_sel ring_size rmdir round route rp2 rpartition rsplit rssi rstrip rts rx rx_fifo rxbuf scan schedule sck scl
  scroll sd sda search security seed seek select send send_ethernet sendall sendbreak sendto sep separators
  server_hostname server_side set set_base set_ciphers setattr setblocking setdefault setsockopt setter settimeout
  sha1 sha256 shift sideset_base sin single sinh size sizeof sleep sleep_ms sleep_us slice sniff_en socket
  soft_reset sort sorted span split splitlines sqrt ssid stack_size stack_use stall start start_new_thread
  startswith stat state state_machine staticmethod stations status statvfs stderr stdin stdout step stop str str_max
  strip struct sub submit_xfer sum super symmetric_difference symmetric_difference_update sync sys sysname tan tanh
  tau tell text threshold throw tick_hz ticks_add ticks_cpu ticks_diff ticks_ms ticks_us time time_ns time_pulse_us
  timeout timeout_char tls to_bytes toggle trace treq_sel trigger trunc tuple tx tx_fifo txbuf txdone txpower type
  uctypes umount uname unhexlify uniform union unique_id unlink unpack unpack_ctrl unpack_from unregister update
  upper urandom usys value values verify_callback verify_mode version version_info vfs vline wb
  websocket wrap_socket write write_err write_readinto writebit writeblocks writebyte writeto writeto_mem writevto
  ws xfer_cb zip
`;

export const ROM_NAMES: readonly string[] = NAMES.trim().split(/\s+/);
