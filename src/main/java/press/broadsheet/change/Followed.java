package press.broadsheet.change;

/**
 * This node has told of every change up to a number: what its memory held of them is dropped. Fired by the one thread that
 * follows the log, so observers hand on what takes longer.
 *
 * @param number the last change that was told
 */
public record Followed(long number) {}
