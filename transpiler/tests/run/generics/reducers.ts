// A store with a generic state and actions as a union; selectors and middleware.
type Reducer<S, A> = (state: S, action: A) => S;
interface Store<S, A> {
  getState(): S;
  dispatch(action: A): void;
  subscribe(listener: (state: S) => void): () => void;
}
function createStore<S, A>(reducer: Reducer<S, A>, initial: S): Store<S, A> {
  let state = initial;
  const listeners = new Set<(state: S) => void>();
  return {
    getState: () => state,
    dispatch: (action) => {
      state = reducer(state, action);
      for (const listener of listeners) listener(state);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
interface State {
  readonly items: readonly string[];
  readonly filter: string | null;
}
type Action =
  | { type: "add"; item: string }
  | { type: "remove"; index: number }
  | { type: "filter"; by: string | null }
  | { type: "clear" };
const reducer: Reducer<State, Action> = (state, action) => {
  switch (action.type) {
    case "add":
      return { ...state, items: [...state.items, action.item] };
    case "remove":
      return { ...state, items: state.items.filter((_, i) => i !== action.index) };
    case "filter":
      return { ...state, filter: action.by };
    case "clear":
      return { items: [], filter: null };
  }
};
const store = createStore(reducer, { items: [], filter: null } as State);
const visible = ({ items, filter }: State): string =>
  (filter === null ? items : items.filter((i) => i.includes(filter))).join();
const stop = store.subscribe((s) => console.log("now", s.items.length, visible(s)));
for (const item of ["milk", "tea", "silk"]) store.dispatch({ type: "add", item });
store.dispatch({ type: "filter", by: "ilk" });
store.dispatch({ type: "remove", index: 0 });
stop();
store.dispatch({ type: "clear" });
console.log(JSON.stringify(store.getState()));
