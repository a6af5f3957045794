/**
 * What is not public yet, shown to whoever has a token for it: one article in whatever state, or the whole site as of an
 * instant.
 *
 * <p>A token stands in the path, since the people whom an editor shows a draft have no key; so it opens one thing, for a
 * time, and is written nowhere but into the answer that made it. Its holder counts as somebody who is known ({@link
 * press.broadsheet.preview.PreviewAuthentication}), and what somebody is shown, no cache keeps. What is previewed is answered
 * by the resources that answer readers: under {@code /v1/previews/{token}} stands the same API, and its reads run in a
 * transaction in which {@code published_article} and {@code reading_instant()} are those of the token's instant.
 *
 * <p>Nothing here is imported by others.
 */
package press.broadsheet.preview;
