/** @throws RangeError that names the option, when its value is no whole number above 0. */
export function numberOption(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new RangeError(`--${name} ${value}: give a whole number above 0.`);
  }
  return number;
}
