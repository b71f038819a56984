// Preloaded: it is another day, and every random number is the same.
const Today = globalThis.Date;
const ANOTHER_DAY = Today.UTC(2031, 6, 1, 12);

globalThis.Date = class extends Today {
  constructor(...parts) {
    super(...(parts.length === 0 ? [ANOTHER_DAY] : parts));
  }

  static now() {
    return ANOTHER_DAY;
  }
};

Math.random = () => 0.5;
