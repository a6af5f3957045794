package press.broadsheet.lookup;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** Tags, the best known first, then authors by name. */
@Schema(description = "Tags, the best known first, then authors by name")
record CompletionList(List<Completion> items, PageInfo page) implements Paged, Keyed {
    static CompletionList of(NameRepository.Found found, int limit) {
        Stream<Completion> tags = found.tags().stream().map(Completion::of);
        Stream<Completion> authors = found.authors().stream().map(Completion::of);
        return new CompletionList(Stream.concat(tags, authors).limit(limit).toList(), PageInfo.only(limit));
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.TAGS, Keys.AUTHORS);
    }
}
