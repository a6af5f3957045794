package press.broadsheet.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the server writes to its log while this is open. */
public final class Log extends Handler implements AutoCloseable {
    private static final List<String> TALKATIVE = List.of("", "press.broadsheet", "org.hibernate.SQL");

    private final List<ExtLogRecord> entries = new CopyOnWriteArrayList<>();
    private final List<Logger> finer;
    private final List<java.util.logging.Level> before;

    private Log(List<Logger> finer) {
        this.finer = finer;
        this.before = finer.stream().map(Logger::getLevel).toList();
        finer.forEach(logger -> logger.setLevel(Level.DEBUG));
        setFormatter(new PatternFormatter("%c %m %X%n%e"));
        Logger.getLogger("").addHandler(this);
    }

    /** From a level up, as far as it is logged at all. */
    public static Log from(java.util.logging.Level level) {
        Log log = new Log(List.of());
        log.setLevel(level);
        return log;
    }

    /** On every level, DEBUG included. */
    public static Log ofEverything() {
        return new Log(TALKATIVE.stream().map(Logger::getLogger).toList());
    }

    public List<ExtLogRecord> entries() {
        return entries;
    }

    /** Each entry with its logger, what it knows of its request, and its stack trace. */
    public List<String> lines() {
        return entries.stream().map(getFormatter()::format).toList();
    }

    @Override
    public void publish(LogRecord entry) {
        // What the client of a test says of itself at DEBUG is not the server's log.
        if (isLoggable(entry) && !String.valueOf(entry.getLoggerName()).startsWith("org.apache.http")) {
            ExtLogRecord extended = ExtLogRecord.wrap(entry);
            extended.copyMdc();
            entries.add(extended);
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        for (int each = 0; each < finer.size(); each++) {
            finer.get(each).setLevel(before.get(each));
        }
    }
}
