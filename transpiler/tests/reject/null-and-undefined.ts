// A type that tells null from undefined.
let value: string | null | undefined = "x"; //! TP2002
