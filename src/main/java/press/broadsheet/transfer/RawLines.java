package press.broadsheet.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of bytes into lines, and the lines into batches, holding no more than one batch. Not thread-safe. */
final class RawLines {
    /** Twice what a JSON body may have: what came in by one goes out and in again with all that is known of it. */
    static final int LONGEST = 2 << 20;

    private static final int MOST_LINES = 500;
    private static final long MOST_BYTES = 8L << 20;

    /** Of a client that sends slowly no line waits longer for those behind it. */
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private long bytes;

    RawLines(InputStream in) {
        this.in = in;
    }

    /** A line as it came. */
    static final class RawLine {
        private final long number;
        private final byte[] bytes;

        RawLine(long number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        /** From 1 on; empty lines count. */
        long number() {
            return number;
        }

        /** Without the line break; null if it is longer than {@link #LONGEST}. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** How many bytes have been read. */
    long bytes() {
        return bytes;
    }

    /** The next lines that are not empty; none is the end. */
    List<RawLine> batch() throws IOException {
        List<RawLine> batch = new ArrayList<>();
        long size = 0;
        long start = System.nanoTime();
        while (batch.size() < MOST_LINES && size < MOST_BYTES) {
            RawLine line = line();
            if (line == null) {
                break;
            }
            if (line.bytes() == null || !isBlank(line.bytes())) {
                batch.add(line);
                size += line.bytes() == null ? 0 : line.bytes().length;
            }
            if (!batch.isEmpty() && System.nanoTime() - start > PATIENCE) {
                break;
            }
        }
        return batch;
    }

    /** Null at the end. */
    private RawLine line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (true) {
            if (at == end && !fill()) {
                return line.size() == 0 && !tooLong ? null : new RawLine(++number, tooLong ? null : line.toByteArray());
            }
            int stop = lineBreak();
            tooLong |= line.size() + (stop - at) > LONGEST;
            if (tooLong) {
                line.reset();
            } else {
                line.write(buffer, at, stop - at);
            }
            boolean complete = stop < end;
            at = complete ? stop + 1 : end;
            if (complete) {
                return new RawLine(++number, tooLong ? null : line.toByteArray());
            }
        }
    }

    private int lineBreak() {
        int position = at;
        while (position < end && buffer[position] != '\n') {
            position++;
        }
        return position;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        bytes += end;
        return end > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
