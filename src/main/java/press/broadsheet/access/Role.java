package press.broadsheet.access;

/** What a key's holder may do; each may do what those before it may. */
public final class Role {
    /** Reads everything, drafts too. */
    public static final String READER = "reader";
    /** Changes content. */
    public static final String EDITOR = "editor";
    /** Changes settings and keys. */
    public static final String ADMIN = "admin";

    private Role() {}
}
