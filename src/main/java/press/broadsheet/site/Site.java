package press.broadsheet.site;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import press.broadsheet.content.Language;

/** The settings of the one site that a database holds. */
@Entity
@Table(name = "site")
public class Site {
    static final Integer ONLY = 1;

    @Id
    private Integer id;

    private String name;
    private String url;
    private String language;
    private String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReactionKind> reactions;

    @Version
    private int version;

    protected Site() {}

    public String name() {
        return name;
    }

    /** Where the site's pages stand, without a slash at the end. Every address in an answer begins with it. */
    public String url() {
        return url;
    }

    /** The address of something that may be given by its path on the site. */
    public String absolute(String address) {
        return address.startsWith("/") ? url + address : address;
    }

    public String language() {
        return language;
    }

    public String timeZone() {
        return timeZone;
    }

    public List<ReactionKind> reactions() {
        return reactions;
    }

    public int version() {
        return version;
    }

    void revise(SiteDraft draft) {
        name = draft.name();
        url = draft.url().replaceAll("/+$", "");
        language = Language.canonical(draft.language()).orElseThrow();
        timeZone = draft.timeZone();
        reactions = List.copyOf(draft.reactions());
    }
}
