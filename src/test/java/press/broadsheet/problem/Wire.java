package press.broadsheet.problem;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.specification.RequestSpecification;

/** Speaks to the server in bytes, for requests that no HTTP client would send. */
public final class Wire {
    private static final int PATIENCE = 3_000;

    private Wire() {}

    /** A client that does not ask for compression, unlike REST Assured's own. */
    public static RequestSpecification uncompressed() {
        return RestAssured.given()
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    /** A GET with a raw target and the headers that every request needs. */
    public static String get(String target) {
        return send("GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close", "", "");
    }

    /** Lines, joined by CRLF; each character is one byte. The head ends with an empty line, also if nothing follows. */
    public static String send(String... lines) {
        return send(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that comes back until the server closes the connection, or falls silent for three seconds. */
    private static String send(byte[] request) {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            byte[] buffer = new byte[8192];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException silence) {
            answer.append("\n(connection left open)");
        } catch (IOException broken) {
            answer.append("\n(connection broken: ").append(broken.getMessage()).append(')');
        }
        return answer.toString();
    }
}
