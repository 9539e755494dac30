import type { Resource } from "../catalog/structure/resource.ts";

/** The forms of a resource's name, python-standard 0.4. */
export interface ResourceNames {
  pascal: string;
  snake: string;
  plural: string;
  kebab: string;
  pluralKebab: string;
  title: string;
  pluralTitle: string;
}

/** `ParcelEvent` or `HTTPCall` in snake case: `parcel_event`, `http_call`. */
export function snakeCase(pascal: string): string {
  return pascal
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

/** Derives every form of a resource's name from its name and its plural; the plural is asked, never guessed. */
export function resourceNames(resource: Pick<Resource, "name" | "plural">): ResourceNames {
  const snake = snakeCase(resource.name);
  const words = (text: string) => text.replaceAll("_", " ");
  return {
    pascal: resource.name,
    snake,
    plural: resource.plural,
    kebab: snake.replaceAll("_", "-"),
    pluralKebab: resource.plural.replaceAll("_", "-"),
    title: words(snake),
    pluralTitle: words(resource.plural),
  };
}

/** The prefix of environment variables: `clinic_booking` gives `CLINIC_BOOKING_`. */
export const envPrefix = (packageName: string): string => `${packageName.toUpperCase()}_`;
