// Every escape of JSON: the short ones, the control characters, and what stays as it is.
const texts = ["", '"', "\\", "/", "\b\f\n\r\t", "\0\x01\x1f\x7f", "é漢😀", "\u2028\u2029", 'a"b\\c', "\\u0041"];
for (const t of texts) {
  const json = JSON.stringify(t);
  console.log(json, json.length, JSON.parse(json) === t);
}
console.log(JSON.stringify({ 'k"ey': "v\n", "": 1, "with space": "", é: "\t" }));
console.log(JSON.stringify(["</script>", "'single'", "`tick`", "$%&"]));
let control = "";
for (let c = 0; c < 32; c++) control += String.fromCharCode(c);
console.log(JSON.stringify(control), JSON.parse(JSON.stringify(control)) === control);
console.log(JSON.stringify(JSON.stringify(JSON.stringify('"'))));
