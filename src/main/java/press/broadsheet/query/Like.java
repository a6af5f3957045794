package press.broadsheet.query;

/** Patterns for SQL's {@code like … escape '\'}, made of what a client sent. */
public final class Like {
    private Like() {}

    /** Whatever begins with a text, in which nothing has a meaning of its own. */
    public static String startingWith(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
