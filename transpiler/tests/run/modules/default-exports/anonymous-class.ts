export default class {
  readonly text = "anonymous";
}
