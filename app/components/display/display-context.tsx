import { createContext, useContext } from "react";
import { type Display, defaultDisplay } from "#app/domain/shared/display.ts";

/**
 * What a page needs to know of the request beyond its address: the display somebody chose, and whether the page answers a form that was
 * sent (then it cannot be opened again by its address).
 */
export type Surroundings = { display: Display; answersForm: boolean };

export const SurroundingsContext = createContext<Surroundings>({ display: defaultDisplay, answersForm: false });

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}

export function useDisplay(): Display {
  return useSurroundings().display;
}
