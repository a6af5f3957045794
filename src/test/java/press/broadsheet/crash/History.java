package press.broadsheet.crash;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What was asked for and what came of it, in the order of the answers. It is kept outside of what is killed. */
final class History {
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    /** What the client knows of an operation. */
    enum Outcome {
        /** It was acknowledged. */
        OK,
        /** It was certainly not done. */
        FAIL,
        /** There was no answer: it was done, or it was not, or it will be. */
        INFO
    }

    /**
     * One request. No two articles, and no two versions of one, have the same title.
     *
     * @param key the idempotency key of a creation, null for a patch
     * @param article null while the client does not know it
     * @param version the one that the operation makes, or would
     * @param status of the answer, 0 without one
     * @param answer the body of the answer to a creation
     */
    record Operation(String key, UUID article, int version, String title, Outcome outcome, int status, String answer) {
        boolean isCreation() {
            return key != null;
        }

        /** The same, known to be done: what came after it can't be without it. */
        Operation done() {
            return new Operation(key, article, version, title, Outcome.OK, status, answer);
        }
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    Stream<Operation> acknowledged() {
        return operations.stream().filter(operation -> operation.outcome() == Outcome.OK);
    }

    /** What may be there: all that was not certainly left undone. */
    Stream<Operation> possible() {
        return operations.stream().filter(operation -> operation.outcome() != Outcome.FAIL);
    }

    long count(Outcome outcome) {
        return operations.stream()
                .filter(operation -> operation.outcome() == outcome)
                .count();
    }
}
