export default (n: number): string => `arrow ${n}`;
