// A text that is a number, but no integer, stops: the device has integers only.
console.log(Number("12"));
console.log(Number("1.5")); //! stops
console.log("not reached on the device");
