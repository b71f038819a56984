/** An object whose getters are computed when they are first read, and then kept. One that throws is asked again. */
export function lazy<Values extends object>(values: Values): Values {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(values)))
    if (descriptor.get !== undefined)
      Object.defineProperty(values, name, {
        configurable: true,
        enumerable: true,
        get: () => {
          const value: unknown = descriptor.get?.call(values);
          Object.defineProperty(values, name, { value, enumerable: true });
          return value;
        },
      });
  return values;
}

/** A function that is computed once for each object that it is asked about. */
export function oncePer<Of extends object, Value>(compute: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, { readonly value: Value }>();
  return (of) => {
    const found = known.get(of) ?? { value: compute(of) };
    known.set(of, found);
    return found.value;
  };
}
