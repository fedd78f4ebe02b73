try {
  throw new Error("bad");
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}
