package press.broadsheet.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import press.broadsheet.crash.History.Operation;
import press.broadsheet.crash.History.Outcome;

/** One editor who makes articles and revises them, one request after the other. Nobody else touches those articles. */
final class Writer {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AWAY = Duration.ofMillis(20);
    private static final int LONGEST_CUT = 25;
    private static final int TRIES = 300;
    private static final int AT_ONCE = 4;

    private final String name;
    private final Editors editors;
    private final History history;
    private final Random random;
    private final List<Operation> unsettled = new ArrayList<>();
    private Operation created;
    private Operation last;
    private int titles;

    Writer(String name, Editors editors, History history, Random random) {
        this.name = name;
        this.editors = editors;
        this.history = history;
        this.random = random;
    }

    void write(BooleanSupplier on) {
        while (on.getAsBoolean()) {
            titles++;
            String title = "%s number %d".formatted(name, titles);
            Operation operation = last == null || random.nextBoolean()
                    ? editors.create(UUID.randomUUID().toString(), title, patience())
                    : editors.patch(last.article(), last.version(), title, patience());
            history.add(operation);
            switch (operation.outcome()) {
                case OK -> remember(operation);
                case FAIL -> Application.pause(AWAY);
                case INFO -> {
                    unsettled.add(operation);
                    last = null;
                }
            }
        }
    }

    /** Now and then the client hangs up right after it has asked, perhaps between the commit and the answer. */
    private Duration patience() {
        return random.nextInt(8) == 0 ? Duration.ofMillis(1 + random.nextInt(LONGEST_CUT)) : LONG;
    }

    private void remember(Operation operation) {
        last = operation;
        if (operation.isCreation()) {
            created = operation;
        }
    }

    /** Asks again for what had no answer, and, by its key, for the last thing that had one. */
    void settle() {
        for (Operation operation : unsettled) {
            if (operation.isCreation()) {
                createAgain(operation);
            } else {
                patchAgain(operation);
            }
        }
        unsettled.clear();
        if (created != null) {
            createAgain(created);
        }
    }

    private void createAgain(Operation first) {
        Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> insist(() -> editors.create(first.key(), first.title(), LONG)),
                        task -> new Thread(task).start()))
                .limit(AT_ONCE)
                .toList()
                .forEach(retry -> history.add(retry.join()));
    }

    /** The writer is the only one who touches the article: a version that is not there any more is what it made itself. */
    private void patchAgain(Operation first) {
        Operation again = insist(() -> editors.patch(first.article(), first.version() - 1, first.title(), LONG));
        history.add(again.status() == Editors.PRECONDITION_FAILED ? again.done() : again);
    }

    /** Until there is an answer: the first request may still be under way, and connections of the dead server in the pool. */
    private static Operation insist(Supplier<Operation> asking) {
        for (int tries = 0; tries < TRIES; tries++) {
            Operation operation = asking.get();
            if (operation.outcome() == Outcome.OK || operation.status() == Editors.PRECONDITION_FAILED) {
                return operation;
            }
            Application.pause(AWAY);
        }
        throw new AssertionError("There was no answer in %d tries".formatted(TRIES));
    }
}
