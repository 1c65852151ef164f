/** How choices are named where nothing is pressed, and the right-hand side of a matching question: a, b, c. */
export const letterAt = (index: number): string => String.fromCharCode(97 + index);
