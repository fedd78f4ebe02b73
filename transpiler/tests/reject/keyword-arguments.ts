// Keyword arguments from a variable.
import { Pin, UART } from "machine";
const options = { baudrate: 9600, tx: new Pin(0), rx: new Pin(1), rxbuf: 64 };
const uart = new UART(0, options); //! TP4007
console.log(uart.any());
