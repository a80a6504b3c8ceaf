/** The value of an environment variable that docker-compose.yml sets. Throws when it is missing or empty. */
export function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set; docker-compose.yml sets it for this container.`);
}
