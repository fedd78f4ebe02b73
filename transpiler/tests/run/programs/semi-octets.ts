// Telephone numbers and time stamps in semi-octets (3GPP TS 23.040 §9.1.2.3, §9.2.3.11).
function swapped(hex: string): string {
  let out = "";
  for (let i = 0; i + 1 < hex.length; i += 2) out += hex.charAt(i + 1) + hex.charAt(i);
  return out;
}
function address(length: u8, type: u8, digits: string): string {
  const number = swapped(digits).slice(0, length);
  return ((type >> 4) & 7) === 1 ? `+${number}` : number;
}
console.log(address(12, 0x91, "947107214365"), address(5, 0x81, "2143F5"), address(3, 0x92, "21F3"));
function offset(octet: u8): string {
  const sign = octet & 0x08 ? "-" : "+";
  const quarters = (octet & 0x07) * 10 + (octet >> 4);
  const two = (n: number): string => `${n}`.padStart(2, "0");
  return `${sign}${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`;
}
function timeStamp(hex: string): string {
  const d = swapped(hex);
  const zone = (d.charCodeAt(12) - 48) * 16 + d.charCodeAt(13) - 48;
  const swappedZone = ((zone >> 4) | ((zone & 15) << 4)) & 0xff;
  return `20${d.slice(0, 2)}-${d.slice(2, 4)}-${d.slice(4, 6)}T${d.slice(6, 8)}:${d.slice(8, 10)}:${d.slice(10, 12)}${offset(swappedZone)}`;
}
console.log(timeStamp("62114221034580"), timeStamp("62114221034522"), timeStamp("62114221034508"));
for (const octet of [0x00, 0x80, 0x40, 0x22, 0x0a, 0x69]) console.log(octet, offset(octet));
