package press.broadsheet.preview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A preview that was just made, with its token, which is not kept and never shown again. */
@Schema(description = "A preview that was just made; its token is shown only now")
record NewPreview(
        PreviewRepresentation preview,

        @Schema(
                description = "Whoever has it can open the preview",
                examples = "mB3tq0dJx1s2Y7cWq9v8Zk5LhUe4RnGfTaP6oXiKyQw")
        String token,

        @Schema(
                description = "Of an article: where it is. Of the site: what stands in for the server's address; behind"
                        + " it follow the paths of the API, such as `/v1/articles`",
                examples = "http://localhost:8080/v1/previews/mB3tq0dJx1s2Y7cWq9v8Zk5LhUe4RnGfTaP6oXiKyQw/article")
        String url) {

    /** Without the secret, so that none gets into a log by way of a message. */
    @Override
    public String toString() {
        return "preview " + preview.id();
    }
}
