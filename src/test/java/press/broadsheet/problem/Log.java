package press.broadsheet.problem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

/** What is written to the log, from WARN up, while it is open. */
final class Log extends Handler implements AutoCloseable {
    private final List<ExtLogRecord> entries = new CopyOnWriteArrayList<>();

    static Log listen() {
        Log log = new Log();
        log.setLevel(Level.WARN);
        Logger.getLogger("").addHandler(log);
        return log;
    }

    List<ExtLogRecord> entries() {
        return entries;
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
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
    }
}
