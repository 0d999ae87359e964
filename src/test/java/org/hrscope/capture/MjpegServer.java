package org.hrscope.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.hrscope.pixels.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/// A network camera on loopback: `/video` streams 320x240 frames of increasing blue as MJPEG, `/page` is a web
/// page, `/silent` never answers, `/dripping` sends a byte now and then, `/still.jpg` and `/still.png` are single
/// images, anything else is 404.
final class MjpegServer implements AutoCloseable {
    private final HttpServer server;
    private final Semaphore visitors = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param pictures number of frames before the stream ends
    MjpegServer(int pictures) throws IOException {
        OpenCv.load();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/video", exchange -> play(exchange, pictures));
        server.createContext("/page", MjpegServer::page);
        server.createContext("/silent", silent());
        server.createContext("/dripping", MjpegServer::drip);
        server.createContext("/still.jpg", exchange -> answer(exchange, "image/jpeg", jpeg(70)));
        server.createContext("/still.png", exchange -> answer(exchange, "image/png", png(70)));
        server.start();
    }

    /// Waits for the next request for `/silent`.
    void awaitSilentVisitor() throws InterruptedException {
        visitors.acquire();
    }

    /// Adds a file at this path.
    void offer(String path, byte[] content) {
        server.createContext(path, exchange -> answer(exchange, "video/mp4", content));
    }

    URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static void play(HttpExchange exchange, int pictures) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", "multipart/x-mixed-replace; boundary=next");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int k = 0; k < pictures; k++) {
                byte[] jpeg = jpeg(10 * k);
                String head =
                        "--next\r\nContent-Type: image/jpeg\r\nContent-Length: "
                                + jpeg.length
                                + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] jpeg(int blue) {
        return coded(".jpg", blue);
    }

    private static byte[] png(int blue) {
        return coded(".png", blue);
    }

    private static byte[] coded(String ending, int blue) {
        Mat picture = new Mat(240, 320, CvType.CV_8UC3, new Scalar(blue, 100, 100));
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(ending, picture, bytes);
        return bytes.toArray();
    }

    /// Every read succeeds in time, but no frame is ever complete.
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", "multipart/x-mixed-replace; boundary=next");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write('-');
                out.flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void page(HttpExchange exchange) throws IOException {
        byte[] text =
                "<!doctype html><html><body>A camera's page</body></html>"
                        .getBytes(StandardCharsets.UTF_8);
        answer(exchange, "text/html", text);
    }

    private static void answer(HttpExchange exchange, String type, byte[] content)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, content.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    private HttpHandler silent() {
        return exchange -> {
            visitors.release();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
