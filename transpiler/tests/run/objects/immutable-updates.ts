// Updates by copies: nested records and arrays, what is shared and what is not.
interface State {
  readonly user: { readonly name: string; readonly address: { readonly city: string; readonly zip: string } };
  readonly tags: readonly string[];
  readonly count: number;
}
const state: State = { user: { name: "ann", address: { city: "Ulm", zip: "1" } }, tags: ["a", "b"], count: 0 };
const moved: State = { ...state, user: { ...state.user, address: { ...state.user.address, city: "Köln" } } };
console.log(state.user.address.city, moved.user.address.city, moved.tags === state.tags, moved.user === state.user);
const setTag = (s: State, i: number, tag: string): State => ({ ...s, tags: s.tags.map((t, j) => (i === j ? tag : t)) });
const tagged = setTag(moved, 1, "z");
console.log(state.tags.join(), tagged.tags.join(), tagged.user === moved.user);
const insert = (s: State, i: number, tag: string): State => ({
  ...s,
  tags: [...s.tags.slice(0, i), tag, ...s.tags.slice(i)],
  count: s.count + 1,
});
const steps = [state, insert(state, 0, "start"), insert(insert(state, 1, "mid"), 3, "end")];
for (const s of steps) console.log(s.tags.join(), s.count);
const history: State[] = [];
let current = state;
for (const tag of ["x", "y"]) {
  history.push(current);
  current = insert(current, current.tags.length, tag);
}
console.log(
  history.map((s) => s.tags.length).join(),
  current.tags.join(),
  history[0] === state,
  JSON.stringify(current),
);
