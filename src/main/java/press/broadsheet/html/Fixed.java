package press.broadsheet.html;

import java.util.stream.Stream;

import press.broadsheet.caching.Keyed;

/** An answer without content in it: it stays as it is until another version of this server runs, or another configuration. */
public interface Fixed extends Keyed {
    @Override
    default Stream<String> keys() {
        return Stream.of("pages");
    }
}
