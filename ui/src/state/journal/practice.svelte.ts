/** A round of practice with a case of nobody. Nothing of it is stored. */

/** A round of practice. */
export class PracticeRound {}
