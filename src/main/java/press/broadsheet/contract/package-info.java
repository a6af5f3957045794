/**
 * The OpenAPI document, at {@code /openapi}. Operations, parameters and schemas come from the resource classes and records;
 * {@code META-INF/openapi.yaml} says what the document as a whole says; what holds for every operation is added here by
 * rule, so that a resource method needs no more than its one sentence.
 *
 * <p>It is put together when the application is built. Nothing imports this package: it works by being there.
 */
package press.broadsheet.contract;
