// What is asked at the door, in order, and what the answers mean together. Pure.

import type { Attestation } from "../../../api/protocol.gen";

export const TEXTS = ["state", "location", "callback"] as const;
export const CHOICES = ["alone", "headphones", "sober", "not_driving", "agreements"] as const;
export const ALL = [...TEXTS, ...CHOICES] as const;

export type TextName = (typeof TEXTS)[number];
export type ChoiceName = (typeof CHOICES)[number];
export type Name = (typeof ALL)[number];
export type Said = Partial<Attestation>;

export const isText = (name: Name): name is TextName => TEXTS.some((one) => one === name);

/** The first question without an answer; null when all is said. */
export function open(said: Said): Name | null {
  return ALL.find((name) => said[name] === undefined) ?? null;
}

/** The question before another, going back. */
export function before(name: Name): Name | null {
  return ALL[ALL.indexOf(name) - 1] ?? null;
}

/** Everything that was said, once every question has an answer. */
export function complete(said: Said): Attestation | null {
  const { state, location, callback, alone, headphones, sober, not_driving, agreements } = said;
  if (state === undefined || location === undefined || callback === undefined) return null;
  if (alone === undefined || headphones === undefined || sober === undefined) return null;
  if (not_driving === undefined || agreements === undefined) return null;
  return { state, location, callback, alone, headphones, sober, not_driving, agreements };
}

/** Which answers ask for more than a knock: some keep one waiting, the others are looked at first. */
export function noes(said: Said): readonly ChoiceName[] {
  return CHOICES.filter((name) => said[name] === false);
}
