// A length that grows would leave places without a value.
const xs = [1, 2, 3];
xs.length = 2;
console.log(xs.join());
xs.length = 5; //! stops
console.log(xs.length);
