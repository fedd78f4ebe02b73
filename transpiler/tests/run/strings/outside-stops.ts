// charCodeAt outside of the text is NaN in Node; on the device it stops, and no catch sees it.
try {
  const text = "abc";
  console.log(text.charCodeAt(2));
  console.log(text.charCodeAt(text.length)); //! stops
} catch {
  console.log("caught");
}
