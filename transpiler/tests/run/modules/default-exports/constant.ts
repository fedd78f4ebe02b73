const LIMIT = 42;
export default LIMIT;
