package press.broadsheet.naming;

import java.util.UUID;

/** Who uses things that have a name. Articles do, and stand above: implemented there. */
public interface Uses {
    /** How many articles, in whatever state, have a tag, name an author or stand in a section. */
    long byArticles(Kind kind, UUID thing);

    /**
     * Lets every article that has one tag have another in its place; one that has both keeps the more important place. The
     * time it takes grows with the number of those articles; none of them is loaded, and none gets a new version.
     */
    void replaceTag(UUID tag, UUID by);
}
