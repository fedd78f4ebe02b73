// network.WLAN, socket and ssl on their models.

import type { SoftAp } from "../models/access-point/soft-ap.ts";
import type { AccessPoint } from "./board-options.ts";
import type { BridgeFunctions, VmMemory } from "./bridge.ts";
import type { SimClock } from "./clock.ts";
import type { Lwip } from "./lwip.ts";
import type { Wlan } from "./wlan.ts";

export function wlanFunctions(clock: SimClock, wlan: Wlan): BridgeFunctions {
  let found: AccessPoint[] = [];
  return {
    wlan_active: (active: number) => {
      if (active >= 0) wlan.setActive(active === 1);
      return wlan.active;
    },
    wlan_connect: (ssid: string, key: string) => {
      wlan.connect(ssid, key);
      return null;
    },
    wlan_disconnect: () => {
      wlan.disconnect();
      return null;
    },
    wlan_status: () => {
      clock.look();
      return wlan.status;
    },
    wlan_rssi: () => wlan.rssi(),
    wlan_addresses: () => wlan.addresses.join(),
    wlan_set_addresses: (addresses: string) => {
      wlan.setAddresses(addresses.split(","));
      return null;
    },
    wlan_addresses6: () => (wlan.up ? wlan.options.addresses6 : wlan.options.addresses6.slice(0, 1)).join(),
    wlan_scan: () => {
      clock.wait(clock.now() + wlan.options.scanMs);
      found = wlan.scan();
      return found.length;
    },
    wlan_found_ssid: (index: number) => found[index]?.ssid ?? "",
    wlan_found_rssi: (index: number) => found[index]?.rssi ?? -60,
    wlan_found_channel: (index: number) => found[index]?.channel ?? 6,
    wlan_found_secured: (index: number) => found[index]?.key !== null,
  };
}

/** The board's own access point. */
export function softApFunctions(clock: SimClock, softAp: SoftAp): BridgeFunctions {
  return {
    ap_active: (active: number) => {
      if (active >= 0) softAp.setActive(active === 1);
      return softAp.active;
    },
    ap_set: (key: string, text: string, number: number) => {
      softAp.set({ [key]: key === "ssid" || key === "key" ? text : number });
      return null;
    },
    ap_cycle: () => {
      softAp.cycle();
      return null;
    },
    ap_ssid: () => softAp.ssid,
    ap_security: () => softAp.security,
    ap_channel: () => softAp.channel,
    ap_deinit: () => {
      softAp.deinit();
      return null;
    },
    /** Addresses of radios in hex. */
    ap_stations: () => {
      clock.look();
      return softAp.macs.join();
    },
  };
}

/** @param timeMs the board's time of day, since 1970 */
export function socketFunctions(clock: SimClock, memory: VmMemory, lwip: Lwip, timeMs: () => number): BridgeFunctions {
  const bytesOrNull = (address: number, length: number) => (length < 0 ? null : memory.copy(address, length));
  return {
    net_resolve: (name: string) => lwip.resolve(name),
    net_open: (udp: number) => lwip.open(udp === 1),
    net_connect: (socket: number, host: string, port: number, timeoutMs: number) =>
      lwip.connect(socket, host, port, timeoutMs),
    net_send: (socket: number, address: number, length: number, timeoutMs: number) => {
      clock.look();
      return lwip.send(socket, memory.copy(address, length), timeoutMs);
    },
    net_recv: (socket: number, address: number, length: number, timeoutMs: number) => {
      clock.look();
      return lwip.receiveInto(socket, memory.view(address, length), timeoutMs);
    },
    net_bind: (socket: number, port: number) => lwip.bind(socket, port),
    net_listen: (socket: number, backlog: number) => lwip.listen(socket, backlog),
    net_reuse: (socket: number, on: number) => {
      lwip.setReuse(socket, on === 1);
      return null;
    },
    net_accept: (socket: number, timeoutMs: number) => {
      clock.look();
      return lwip.accept(socket, timeoutMs);
    },
    net_send_to: (socket: number, address: number, length: number, host: string, port: number) =>
      lwip.sendTo(socket, memory.copy(address, length), host, port),
    net_recv_from: (socket: number, address: number, length: number, timeoutMs: number) => {
      clock.look();
      return lwip.receiveFrom(socket, memory.view(address, length), timeoutMs);
    },
    net_peer_host: (socket: number) => lwip.peerHost(socket),
    net_peer_port: (socket: number) => lwip.peerPort(socket),
    net_poll: (socket: number) => lwip.poll(socket),
    net_close: (socket: number) => {
      lwip.close(socket);
      return null;
    },
    net_tls: (
      socket: number,
      serverName: string,
      verify: number,
      authorities: number,
      authoritiesLength: number,
      certificate: number,
      certificateLength: number,
      key: number,
      keyLength: number,
    ) =>
      lwip.startTls(socket, {
        serverName: serverName || null,
        verify: verify === 1,
        authorities: bytesOrNull(authorities, authoritiesLength),
        certificate: bytesOrNull(certificate, certificateLength),
        key: bytesOrNull(key, keyLength),
        timeMs: timeMs(),
      }),
    net_tls_step: (socket: number, timeoutMs: number) => {
      clock.look();
      return lwip.stepTls(socket, timeoutMs);
    },
    net_error_text: (socket: number) => lwip.errorText(socket),
  };
}
