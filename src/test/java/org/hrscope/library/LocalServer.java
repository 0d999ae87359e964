package org.hrscope.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A local server for one file that can break off, ignore ranges, or refuse.
public final class LocalServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile byte[] file;
    private volatile int breakAfter = Integer.MAX_VALUE;
    private volatile boolean ranges = true;
    private volatile int status = 200;

    public LocalServer(byte[] file) throws IOException {
        this(file, 0);
    }

    /// @param port 0 for any
    public LocalServer(byte[] file, int port) throws IOException {
        this.file = file;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String name) {
        return "http://" + host() + ":" + port() + "/" + name;
    }

    public String host() {
        return server.getAddress().getAddress().getHostAddress();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public LocalServer serving(byte[] other) {
        file = other;
        return this;
    }

    public LocalServer breakingAfter(int bytes) {
        breakAfter = bytes;
        return this;
    }

    public LocalServer withoutRanges() {
        ranges = false;
        return this;
    }

    public LocalServer answering(int code) {
        status = code;
        return this;
    }

    /// The address of each request, and its range if it had one.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(exchange.getRequestURI() + (range == null ? "" : " " + range));
        int from = 0;
        int code = status;
        if (range != null && ranges && status == 200) {
            from = Integer.parseInt(range.replaceAll("\\D", ""));
            code = from < file.length ? 206 : 416;
        }
        if (code == 206) {
            String span = "bytes " + from + "-" + (file.length - 1) + "/" + file.length;
            exchange.getResponseHeaders().set("Content-Range", span);
        }
        int length = code == 200 || code == 206 ? file.length - from : 0;
        exchange.sendResponseHeaders(code, length == 0 ? -1 : length);
        int sent = Math.min(length, Math.max(breakAfter - from, 0));
        exchange.getResponseBody().write(file, from, sent);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
