console.log(String.fromCodePoint(0x1f600));
