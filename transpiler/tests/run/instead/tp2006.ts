const value: unknown = "text";
if (typeof value === "string") console.log(value.length);
