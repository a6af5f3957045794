package press.broadsheet.page;

/** An answer that is a page of a list, or contains one: its {@code Link} header leads to the pages beside it. */
public interface Paged {
    PageInfo page();
}
