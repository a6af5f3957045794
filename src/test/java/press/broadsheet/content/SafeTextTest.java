package press.broadsheet.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void what_was_sent_is_kept_with_the_version_of_the_policy() {
        String raw = "<p onclick=x>The council voted.</p>";

        SafeText text = SafeText.ofHtml(raw);

        assertThat(text)
                .isEqualTo(new SafeText(
                        raw,
                        SafeText.Format.HTML,
                        "<p>The council voted.</p>",
                        "The council voted.",
                        3,
                        SafeText.POLICY));
    }

    @Test
    void what_the_policy_knows_stays_as_it_was() {
        String html = """
                <h2>Wall</h2>
                <p lang="de" dir="ltr">A <b>b</b> <strong>c</strong> <i>d</i> <em>e</em> <s>f</s> H<sub>2</sub>O<br>x</p>
                <p><del datetime="2026-11-20">guilty</del> <ins>not guilty</ins> <abbr title="European Union">EU</abbr></p>
                <blockquote><p>q</p></blockquote>
                <ol start="3"><li>x</li></ol>
                <figure><img src="/sea.jpg" alt="The sea" width="640" height="100%"><figcaption>c</figcaption></figure>
                <table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table>
                <p><time datetime="2026-11-23T10:00:00Z">today</time> <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>""".replace("\n", "");

        assertThat(SafeText.ofHtml(html).html()).isEqualTo(html);
    }

    @Test
    void links_keep_their_addresses_and_what_they_say_of_themselves() {
        String links = "<a href=\"https://x.example/?a=1&amp;b=2#c\" rel=\"sponsored nofollow\" title=\"t\">a</a>"
                + "<a href=\"/city/wall\">b</a><a href=\"../x\">c</a><a href=\"//cdn.example/\">d</a>"
                + "<a href=\"mailto:desk@x.example\">e</a><a href=\"tel:+44123\">f</a><a href=\"#g\">g</a>"
                + "<img src=\"sea.jpg\">";

        assertThat(SafeText.ofHtml(links).html()).isEqualTo(links);
    }

    @Test
    void a_link_without_an_address_leaves_its_words_and_a_picture_without_one_nothing() {
        assertThat(SafeText.ofHtml("<a name=x>a</a> <a href=''>b</a> <img alt=c> <img src='data:,x'>d")
                        .html())
                .isEqualTo("a b  d");
        assertThat(SafeText.ofHtml("<a href=/" + "x".repeat(2000) + ">a</a>").html())
                .isEqualTo("a");
    }

    @Test
    void entities_survive_and_only_what_must_be_encoded_is() {
        SafeText text = SafeText.ofHtml("<p>Fish &amp; chips &lt;b&gt; caf&eacute; &hellip; &#x1F600; a&nbsp;b "
                + "it's \"5 > 4\" {{x}} a=b me@x.example `y`</p>");

        assertThat(text.html())
                .isEqualTo(
                        "<p>Fish &amp; chips &lt;b&gt; café … 😀 a&nbsp;b it's \"5 &gt; 4\" {{x}} a=b me@x.example `y`</p>");
        assertThat(text.text()).isEqualTo("Fish & chips <b> café … 😀 a b it's \"5 > 4\" {{x}} a=b me@x.example `y`");
    }

    @Test
    void frames_become_links() {
        assertThat(SafeText.ofHtml("<p>a</p><iframe src=\"https://video.example/embed/1\" allow=x>old browser</iframe>")
                        .html())
                .isEqualTo("<p>a</p><a href=\"https://video.example/embed/1\">https://video.example/embed/1</a>");
        assertThat(SafeText.ofHtml("<iframe src=//video.example/1></iframe> b").html())
                .isEqualTo("<a href=\"https://video.example/1\">https://video.example/1</a> b");
        assertThat(SafeText.ofHtml("<iframe src=/map></iframe><iframe></iframe><iframe src='javascript:x'></iframe>")
                        .html())
                .isEqualTo("<a href=\"/map\">/map</a>");
        assertThat(SafeText.ofHtml("<video controls src=/v.mp4>No video here</video>")
                        .html())
                .isEqualTo("<a href=\"/v.mp4\">/v.mp4</a>No video here");
    }

    @Test
    void blocks_of_other_names_stay_apart() {
        SafeText text =
                SafeText.ofHtml("<section>a</section><section>b</section><h1>c</h1><h6>d</h6><center>e</center>");

        assertThat(text.html()).isEqualTo("<div>a</div><div>b</div><h2>c</h2><h4>d</h4><div>e</div>");
        assertThat(text.text()).isEqualTo("a\n\nb\n\nc\n\nd\n\ne");
    }

    @Test
    void a_page_around_the_text_goes() {
        assertThat(SafeText.ofHtml("<!doctype html><html><head><title>T</title><style>p{}</style></head>"
                                + "<body class=x><!-- c --><p>a</p><script>b</script></body></html>")
                        .html())
                .isEqualTo("<p>a</p>");
    }

    @Test
    void markup_out_of_order_is_put_in_order() {
        assertThat(SafeText.ofHtml("<p>a<p>b<ul><li>c<li>d").html())
                .isEqualTo("<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>");
        assertThat(SafeText.ofHtml("<em><strong>a</em>b</strong>").html())
                .isEqualTo("<em><strong>a</strong></em><strong>b</strong>");
        assertThat(SafeText.ofHtml("<p><button><p>a</p></button></p>").html()).isEqualTo("<p></p><p>a</p><p></p>");
    }

    @Test
    void what_never_settles_is_shown_as_its_words() {
        assertThat(SafeText.ofHtml("<ruby><ul><rp>a &lt;b&gt;").html()).isEqualTo("<p>a &lt;b&gt;</p>");
    }

    @Test
    void no_character_is_left_that_no_database_or_feed_can_hold() {
        SafeText text = SafeText.ofHtml("<p title='\0'>a\0b\uD800c\uDC00 &#0;&#8;&#xD800;&#xFFFE;\uFFFF\u0008d 😀</p>");

        assertThat(text.raw())
                .isEqualTo("<p title='\uFFFD'>a\uFFFDb\uFFFDc\uFFFD &#0;&#8;&#xD800;&#xFFFE;\uFFFF\u0008d 😀</p>");
        assertThat(text.html()).isEqualTo("<p>a\uFFFDb\uFFFDc\uFFFD d 😀</p>");
        assertThat(text.text()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD d 😀");
    }

    @Test
    void nothing_makes_an_empty_text() {
        for (String nothing : new String[] {"", "  \n", "<script>x</script>", "<!-- x -->"}) {
            SafeText text = SafeText.ofHtml(nothing);
            assertThat(text.html()).as(nothing).isEmpty();
            assertThat(text.text()).as(nothing).isEmpty();
            assertThat(text.words()).as(nothing).isZero();
        }
    }

    @Test
    void markdown_is_rendered_and_cleaned() {
        SafeText text = SafeText.ofMarkdown("""
                ## Wall

                The council **voted** [yes](/minutes). <b onclick=x>Raw</b> [no](javascript:alert(1))

                - a
                - b

                | a | b |
                |---|---|
                | 1 | 2 |
                """);

        assertThat(text.html())
                .isEqualToIgnoringNewLines(
                        "<h2>Wall</h2><p>The council <strong>voted</strong> <a href=\"/minutes\">yes</a>. <b>Raw</b> no</p>"
                                + "<ul><li>a</li><li>b</li></ul><table><thead><tr><th>a</th><th>b</th></tr></thead>"
                                + "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>");
        assertThat(text.text()).isEqualTo("Wall\n\nThe council voted yes. Raw no\n\na\nb\n\na\tb\n1\t2");
        assertThat(text.words()).isEqualTo(13);
        assertThat(text.format()).isEqualTo(SafeText.Format.MARKDOWN);
    }

    @Test
    void a_long_list_of_links_in_markdown_is_still_markdown() {
        assertThat(SafeText.ofMarkdown("- [**A candidate**](/people/a-candidate), _Harbour_\n".repeat(5000))
                        .html())
                .startsWith(
                        "<ul><li><a href=\"/people/a-candidate\"><strong>A candidate</strong></a>, <em>Harbour</em></li>");
    }

    @Test
    void markdown_too_expensive_to_read_is_shown_as_it_stands() {
        assertThat(SafeText.ofMarkdown("*a* b\n\nc\n\n" + "[a](<b".repeat(20_000))
                        .html())
                .startsWith("<p>*a* b</p>\n<p>c</p>");
        assertThat(SafeText.ofMarkdown("**a ".repeat(1000) + "x" + " a**".repeat(1000))
                        .html())
                .startsWith("<p>**a **a");
    }
}
