// Instead of TP3012: constants that a float is near to.
const [large, small] = [Math.fround(3.4e38), Math.fround(1.2e-38)];
console.log(large > small, small > 0);
