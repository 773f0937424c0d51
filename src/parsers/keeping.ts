/** The inflated bytes that a run holds for a while, so that sheets need not be inflated a second time for their rows. */
export class Keeping {
  private room = MOST_KEPT;

  /** Takes room for so many bytes; false where it does not suffice, however many files are open. */
  take(bytes: number): boolean {
    if (bytes > this.room) return false;
    this.room -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.room += bytes;
  }
}

const MOST_KEPT = 64 * 1024 * 1024;
