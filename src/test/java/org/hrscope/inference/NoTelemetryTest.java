package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program with a camera must never phone home. ONNX Runtime 1.29.0 does, on Linux and macOS, without asking;
/// these strings are from its libraries, so an upgrade that brings them in fails here.
class NoTelemetryTest {
    private static final List<String> MARKS =
            List.of(
                    "Microsoft12Applications6Events",
                    "events.data.microsoft.com",
                    "applicationinsights",
                    "google-analytics.com",
                    "sentry.io",
                    "mat-debug",
                    "PosixTelemetry",
                    "telemetry device ID",
                    "ORT_DISABLE_TELEMETRY");

    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    /// A name server for an address.
    private static final String ASKS = "udp6? .*:0035";

    @TempDir Path folder;

    /// Every shipped jar, with the libraries for every platform inside.
    @Test
    void noLibraryOfAnySystemHoldsIt() throws Exception {
        List<String> searched = new ArrayList<>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!jar.endsWith(".jar")) continue;
            try (JarFile file = new JarFile(jar)) {
                for (JarEntry entry : file.stream().toList()) {
                    if (!entry.getName().matches(".*\\.(so(\\.\\d+)*|dll|dylib)")) continue;
                    try (InputStream in = file.getInputStream(entry)) {
                        String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                        assertThat(MARKS.stream().filter(bytes::contains))
                                .as("%s in %s", entry.getName(), jar)
                                .isEmpty();
                    }
                    searched.add(Path.of(entry.getName()).getFileName().toString());
                }
            }
        }
        String all = String.join(" ", searched);
        for (String library : List.of("onnxruntime", "opencv_java490", "avformat", "glass")) {
            assertThat(all).contains(library);
        }
        assertThat(searched.stream().filter(each -> each.matches("(lib)?onnxruntime\\..+")))
                .as("Linux, macOS, Windows")
                .hasSizeGreaterThanOrEqualTo(4);
    }

    /// In a process of its own: this one has other sockets open.
    @Test
    void aProcessWithASessionTalksToNobodyAndLeavesNothing() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open sockets are seen on Linux");
        assertThat(said(Session.class)).contains("to the internet: []");
    }

    /// Else the test above could not fail, or did where the JDK looks which families of sockets there are.
    @Test
    void aSocketCountsIfItHasAnAddressOfTheInternet() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open sockets are seen on Linux");
        OpenSockets sockets = new OpenSockets();
        try (ServerSocketChannel own = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                SocketChannel idle = SocketChannel.open()) {
            own.bind(UnixDomainSocketAddress.of(folder.resolve("own")));
            assertThat(idle.isOpen()).isTrue();
            sockets.look();
        }
        assertThat(sockets.toString()).contains("unix " + folder.resolve("own"), "no address");
        assertThat(sockets.internet()).noneMatch(each -> each.matches(ASKS));
        try (DatagramChannel asks = DatagramChannel.open()) {
            asks.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53));
            sockets.look();
        }
        assertThat(sockets.internet()).anyMatch(each -> each.matches(ASKS));
    }

    /// As in `grow`: left alone, ONNX Runtime unpacks them to the temporary folder, where a kill leaves them.
    @Test
    void aFirstSessionThatShowsInnerValuesTakesTheLibrariesFromTheirFolderToo() throws Exception {
        assertThat(said(Inner.class)).endsWith("unpacked: []");
    }

    /// In a home and a temporary folder of its own, in which it leaves nothing but the libraries.
    private List<String> said(Class<?> program) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path here = Files.createDirectory(folder.resolve("here"));
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.home=" + home,
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                absolute(System.getProperty("java.class.path")),
                                program.getName(),
                                BUNDLED.toAbsolutePath().toString())
                        .directory(here.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        Process process = builder.start();
        List<String> said = process.inputReader().readAllLines();
        assertThat(process.waitFor()).as("%s", said).isZero();
        assertThat(files(here)).isEmpty();
        assertThat(files(temporary)).isEmpty();
        // The libraries, unpacked once, with a lock for each version's folder.
        assertThat(files(home))
                .allMatch(file -> file.matches(".*/(.*opencv_java.*|.*onnxruntime.*|\\.in-use)"))
                .hasSizeLessThan(6);
        return said;
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Stream.of(classPath.split(File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .toList());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    /// Opens and runs the bundled network, waits as long as an uploader would, and prints the sockets it had.
    static final class Session {
        private Session() {}

        public static void main(String[] arguments) throws Exception {
            OpenSockets sockets = new OpenSockets();
            AtomicBoolean over = new AtomicBoolean();
            FutureTask<OpenSockets> watch = new FutureTask<>(() -> watch(sockets, over));
            Thread.ofPlatform().start(watch);
            try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled();
                    NetworkPass pass = model.pass()) {
                pass.run();
                Thread.sleep(2000);
            } finally {
                over.set(true);
            }
            System.out.println("sockets: " + watch.get());
            System.out.println("to the internet: " + sockets.internet());
        }

        private static OpenSockets watch(OpenSockets sockets, AtomicBoolean over) throws Exception {
            while (!over.get()) {
                sockets.look();
                Thread.sleep(5);
            }
            return sockets;
        }
    }

    /// Opens a session for inner values before any other, and prints what lies in the temporary folder meanwhile.
    static final class Inner {
        private Inner() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            try (InnerSession session =
                    InnerSession.of(file, OnnxReader.read(file), List.of("heatmaps"))) {
                System.out.println(
                        "unpacked: " + files(Path.of(System.getProperty("java.io.tmpdir"))));
            }
        }
    }
}
