package org.hrscope.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// An RTSP network camera (RFC 2326) on loopback: streams an MPEG transport stream to one client, interleaved in
/// the control connection.
final class RtspServer implements AutoCloseable {
    private static final int PACKET = 7 * 188;

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final byte[] stream;

    RtspServer(Path transportStream) throws IOException {
        stream = Files.readAllBytes(transportStream);
        Thread.ofPlatform().daemon().name("rtsp").start(this::serve);
    }

    URI address() {
        return URI.create("rtsp://localhost:" + door.getLocalPort() + "/live");
    }

    private void serve() {
        try (Socket visitor = door.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        visitor.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = visitor.getOutputStream();
            while (true) {
                String request = in.readLine();
                if (request == null) return;
                String number = "";
                for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
                    if (line.startsWith("CSeq")) number = line;
                    line = in.readLine();
                }
                answer(request, number, out);
                if (request.startsWith("PLAY")) play(out);
            }
        } catch (IOException e) {
            // the client has left
        }
    }

    private static void answer(String request, String number, OutputStream out) throws IOException {
        String head = "RTSP/1.0 200 OK\r\n" + number + "\r\nSession: 1\r\n";
        String description =
                "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\n"
                        + "m=video 0 RTP/AVP 33\r\nc=IN IP4 0.0.0.0\r\na=control:video\r\n";
        String more =
                switch (request.substring(0, request.indexOf(' '))) {
                    case "OPTIONS" -> "Public: DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
                    case "DESCRIBE" ->
                            "Content-Type: application/sdp\r\nContent-Length: "
                                    + description.length()
                                    + "\r\n\r\n"
                                    + description;
                    case "SETUP" -> "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
                    default -> "\r\n";
                };
        out.write((head + more).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void play(OutputStream out) throws IOException {
        for (int at = 0, k = 0; at < stream.length; at += PACKET, k++) {
            int length = Math.min(PACKET, stream.length - at);
            ByteBuffer packet = ByteBuffer.allocate(16 + length);
            packet.put((byte) '$').put((byte) 0).putShort((short) (12 + length));
            packet.put((byte) 0x80).put((byte) 33).putShort((short) k).putInt(k * 900).putInt(7);
            out.write(packet.put(stream, at, length).array());
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
