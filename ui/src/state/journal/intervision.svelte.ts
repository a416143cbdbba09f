/** A meeting of colleagues who learn together: its method, its steps and their time. */

/** Such a meeting. */
export class IntervisionRound {}
