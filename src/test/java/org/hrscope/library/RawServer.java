package org.hrscope.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A local server that sends exactly the given bytes, however wrong.
final class RawServer implements AutoCloseable {
    /// Writes a response; the connection closes when it returns.
    interface Script {
        void answer(String request, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final Script script;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    RawServer(Script script) throws IOException {
        this.script = script;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// Always the same header and body.
    static RawServer of(String head, String body) throws IOException {
        return new RawServer(
                (_, out) -> out.write((head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8)));
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/tiny.pth";
    }

    /// The first line of each request, and its range if it had one.
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : List.copyOf(open)) each.close();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String request = head(client.getInputStream());
            String[] lines = request.split("\r\n");
            String range = "";
            for (String line : lines) {
                if (line.startsWith("Range:")) range = line.substring("Range:".length());
            }
            requests.add(lines[0] + range);
            script.answer(request, client.getOutputStream());
            client.getOutputStream().flush();
        } catch (SocketException gone) {
            // the client has heard enough
        } catch (Exception e) {
            requests.add(e.toString());
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) break;
            head.append((char) next);
        }
        return head.toString();
    }
}
