package press.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.page.ListProbe.Item;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.query.Arguments;

/** Walks a list that changes; here a cursor is just a name for a position. */
class PageTest {
    private final Map<String, Position> cursors = new HashMap<>();
    private final List<Item> shelf = new ArrayList<>(Shelf.ITEMS);

    @ParameterizedTest
    @CsvSource({"-publishedAt, 7", "publishedAt, 7", "-publishedAt, 1", "publishedAt, 10", "-publishedAt, 100"})
    void a_walk_meets_every_item_once_in_both_directions(String sort, int limit) {
        List<Item> expected = new ArrayList<>(shelf);
        if (sort.startsWith("-")) {
            Collections.reverse(expected);
        }

        List<Page<Item>> there = walk(sort, limit);
        List<Item> back = new ArrayList<>();
        Page<Item> page = there.get(there.size() - 1);
        back.addAll(page.items());
        while (page.page().prev() != null) {
            page = page(sort, limit, page.page().prev());
            back.addAll(0, page.items());
        }

        assertThat(there).flatExtracting(Page::items).isEqualTo(expected);
        assertThat(back).isEqualTo(expected);
        assertThat(there)
                .allMatch(each -> each.items().size() == limit || each.page().next() == null);
    }

    @Test
    void the_first_page_has_no_previous_and_the_last_no_next() {
        List<Page<Item>> pages = walk("-publishedAt", 50);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).page().prev()).isNull();
        assertThat(pages.get(1).page().next()).isNull();
        assertThat(page("-publishedAt", 50, pages.get(1).page().prev()).page().prev())
                .isNull();
    }

    @Test
    void what_stays_is_met_once_while_other_items_come_and_go() {
        List<Item> seen = new ArrayList<>();
        Page<Item> page = page("publishedAt", 10, null);
        for (int step = 0; page.page().next() != null; step++) {
            seen.addAll(page.items());
            shelf.removeIf(item -> item.equals(seen.get(seen.size() - 1)) || item.equals(seen.get(0)));
            shelf.add(Shelf.item(-1 - step));
            page = page("publishedAt", 10, page.page().next());
        }
        seen.addAll(page.items());

        assertThat(seen).containsExactlyElementsOf(Shelf.ITEMS);
    }

    @Test
    void an_empty_list_is_one_empty_page() {
        shelf.clear();
        Page<Item> page = page("-publishedAt", 20, null);

        assertThat(page).isEqualTo(new Page<>(List.of(), new PageInfo(20, null, null, null)));
    }

    @Test
    void the_way_back_from_beyond_the_end_misses_no_item() {
        Page<Item> first = page("publishedAt", 10, null);
        shelf.subList(10, shelf.size()).clear();
        Page<Item> beyond = page("publishedAt", 10, first.page().next());

        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.page().next()).isNull();
        assertThat(page("publishedAt", 10, beyond.page().prev()).items()).isEqualTo(first.items());
    }

    @Test
    void the_way_back_from_before_the_start_misses_no_item() {
        Page<Item> second =
                page("publishedAt", 10, page("publishedAt", 10, null).page().next());
        shelf.subList(0, 10).clear();
        Page<Item> before = page("publishedAt", 10, second.page().prev());

        assertThat(before.items()).isEmpty();
        assertThat(before.page().prev()).isNull();
        assertThat(page("publishedAt", 10, before.page().next()).items()).isEqualTo(second.items());
    }

    @Test
    void items_change_their_form_and_the_page_stays() {
        Page<Item> page = page("publishedAt", 2, null).with(Total.estimated(120));

        assertThat(page.map(Item::title)).isEqualTo(new Page<>(List.of("Item 0", "Item 1"), page.page()));
        assertThat(page.page().total()).isEqualTo(new Total(120, "estimated"));
    }

    private List<Page<Item>> walk(String sort, int limit) {
        List<Page<Item>> pages = new ArrayList<>(List.of(page(sort, limit, null)));
        while (pages.get(pages.size() - 1).page().next() != null) {
            pages.add(page(sort, limit, pages.get(pages.size() - 1).page().next()));
        }
        return pages;
    }

    private Page<Item> page(String sort, int limit, String cursor) {
        Sort chosen = ListProbe.SORTING.read(new Arguments(), sort);
        PageRequest request = new PageRequest(limit, chosen, cursors.get(cursor), Count.NONE, position -> {
            String name = UUID.randomUUID().toString();
            cursors.put(name, position);
            return name;
        });
        return Page.of(request, Shelf.fetch(shelf, request), item -> Position.at(item.publishedAt(), item.id()));
    }
}
