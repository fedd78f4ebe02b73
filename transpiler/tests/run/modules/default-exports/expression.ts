let calls = 0;
const compute = (): number => {
  calls += 1;
  return calls * 100;
};
export default compute() + 1;
export { calls };
