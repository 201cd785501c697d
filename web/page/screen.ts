/** What is shown at one time. */
export interface Screen {
  readonly content: readonly Node[];
  /** Ends what the screen began, such as the camera. */
  leave?(): void;
}
