package org.hrscope.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.hrscope.checkpoint.TorchFile;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Problem;
import org.hrscope.file.Sha256;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Downloads from a local server.
@Timeout(60)
class ModelStoreTest {
    @TempDir Path folder;

    private byte[] published = {};
    private String hash = "";
    private ModelStore store = store(ProxySelector.of(null));

    private ModelStore store(ProxySelector proxies) {
        return new ModelStore(
                folder == null ? Path.of("") : folder.resolve("store"),
                new Downloader(proxies),
                new CheckpointImport());
    }

    @BeforeEach
    void publish() throws IOException {
        HrNetSpec tiny =
                new HrNetSpec(
                        Version.V1,
                        4,
                        17,
                        1,
                        1,
                        List.of(new Stage(1, 1), new Stage(1, 1), new Stage(1, 1)));
        Path file =
                TorchFile.random(HrNet.of(tiny, 64, 64).stateDict(), 9)
                        .writeLegacy(folder.resolve("x.pth"));
        published = Files.readAllBytes(file);
        hash = Sha256.of(file);
        store = store(ProxySelector.of(null));
    }

    private CatalogueEntry entry(@Nullable String url, String prefix) {
        return new CatalogueEntry(
                "tiny",
                "HRNet-W4",
                "COCO",
                17,
                96,
                128,
                "dark",
                Map.of(),
                url,
                "a folder",
                null,
                null,
                prefix,
                "none");
    }

    private CatalogueEntry entry(LocalServer server) {
        return entry(server.url("tiny-" + hash.substring(0, 8) + ".pth"), hash.substring(0, 8));
    }

    @Test
    void whatIsDownloadedIsCheckedImportedAndKept() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            List<Long> seen = new ArrayList<>();
            Path model =
                    store.get(
                            entry(server),
                            (done, total) -> {
                                seen.add(done);
                                assertThat(total).isEqualTo(published.length);
                            });
            assertThat(seen).isSorted().endsWith((long) published.length);
            assertThat(OnnxReader.read(model).inputs()).hasToString("[image: float 1x3x128x96]");
            assertThat(OnnxReader.read(model).metadata())
                    .containsEntry("decoder", "dark")
                    .containsEntry("joints", "coco17")
                    .containsEntry("source_sha256", hash);
            store.verify(entry(server));
            assertThat(store.get(entry(server), (_, _) -> {})).isEqualTo(model);
            assertThat(server.requests()).hasSize(1);
            assertThat(store.remove(entry(server))).isTrue();
            assertThat(store.remove(entry(server))).isFalse();
            assertThatThrownBy(() -> store.verify(entry(server)))
                    .hasMessage("tiny is not on this computer. Download it first.");
        }
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() throws Exception {
        try (LocalServer server = new LocalServer(published).breakingAfter(100_000)) {
            CatalogueEntry entry = entry(server);
            assertThatThrownBy(() -> store.get(entry, (_, _) -> {}))
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("The download of " + entry.url() + " broke off after ")
                    .hasMessageEndingWith(" bytes. Start it again: it resumes from there.");
            assertThat(store.isReady(entry)).isFalse();
            long have = Files.size(Downloader.part(store.checkpoint(entry)));
            assertThat(have).isBetween(1L, 100_000L);
            server.breakingAfter(Integer.MAX_VALUE);
            assertThat(store.get(entry, (_, _) -> {})).exists();
            assertThat(server.requests().getLast()).endsWith("bytes=" + have + "-");
        }
    }

    @Test
    void aServerWithoutRangesBeginsAgain() throws Exception {
        try (LocalServer server =
                new LocalServer(published).breakingAfter(100_000).withoutRanges()) {
            CatalogueEntry entry = entry(server);
            assertThatThrownBy(() -> store.get(entry, (_, _) -> {})).isInstanceOf(Problem.class);
            server.breakingAfter(Integer.MAX_VALUE);
            assertThat(store.get(entry, (_, _) -> {})).exists();
            store.verify(entry);
        }
    }

    @Test
    void anotherFileIsNotKept() throws IOException {
        byte[] other = published.clone();
        other[5000] ^= 1;
        try (LocalServer server = new LocalServer(other)) {
            CatalogueEntry entry = entry(server);
            assertThatThrownBy(() -> store.get(entry, (_, _) -> {}))
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith(
                            store.checkpoint(entry) + " is not the file published as tiny");
            assertThat(store.checkpoint(entry).getParent()).isEmptyDirectory();
        }
    }

    @Test
    void whatWasChangedOnTheDiskIsFound() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            CatalogueEntry entry = entry(server);
            store.get(entry, (_, _) -> {});
            Files.write(store.checkpoint(entry), new byte[] {1});
            assertThatThrownBy(() -> store.verify(entry))
                    .hasMessageContaining("is not the file published");
        }
    }

    @Test
    void cancelledDownloadsStopAndStay() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            CatalogueEntry entry = entry(server);
            assertThatThrownBy(() -> store.get(entry, (_, _) -> Thread.currentThread().interrupt()))
                    .isInstanceOf(InterruptedException.class);
            assertThat(store.checkpoint(entry)).doesNotExist();
            assertThat(Downloader.part(store.checkpoint(entry))).isNotEmptyFile();
            assertThat(store.get(entry, (_, _) -> {})).exists();
        }
    }

    @Test
    void aRefusalIsTold() throws IOException {
        try (LocalServer server = new LocalServer(published).answering(404)) {
            assertThatThrownBy(() -> store.get(entry(server), (_, _) -> {}))
                    .hasMessageStartingWith("The server answered 404 for " + server.url(""));
        }
    }

    @Test
    void noServerIsTold() throws IOException {
        LocalServer server = new LocalServer(published);
        CatalogueEntry entry = entry(server);
        server.close();
        assertThatThrownBy(() -> store.get(entry, (_, _) -> {}))
                .hasMessageStartingWith("The server " + server.host() + " cannot be reached");
    }

    @Test
    void whatOnlyAPersonCanFetchIsTold() {
        CatalogueEntry entry = entry((String) null, "");
        assertThatThrownBy(() -> store.get(entry, (_, _) -> {}))
                .hasMessage(
                        "tiny cannot be downloaded automatically. It is in the a folder: download it there and save it as "
                                + store.checkpoint(entry)
                                + ".");
    }

    @Test
    void aProxyIsUsed() throws Exception {
        try (LocalServer proxy = new LocalServer(published)) {
            var selector =
                    new EnvironmentProxy(
                            Map.of(
                                    "HTTP_PROXY",
                                    proxy.host() + ":" + proxy.port(),
                                    "no_proxy",
                                    "other.org, .local"));
            CatalogueEntry entry = entry("http://models.example/tiny.pth", hash.substring(0, 8));
            assertThat(store(selector).get(entry, (_, _) -> {})).exists();
            assertThat(proxy.requests()).containsExactly("http://models.example/tiny.pth");
            var direct = List.of(java.net.Proxy.NO_PROXY);
            assertThat(selector.select(java.net.URI.create("http://a.local/x"))).isEqualTo(direct);
            assertThat(selector.select(java.net.URI.create("http://other.org/x")))
                    .isEqualTo(direct);
            assertThat(
                            selector.select(java.net.URI.create("http://another.org/x"))
                                    .getFirst()
                                    .address())
                    .isEqualTo(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        }
    }

    /// The publisher replaced the file after half of it had been downloaded.
    @Test
    void aRestOfAnotherFileIsFetchedAgainFromTheStart() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            CatalogueEntry entry = entry(server);
            Path part = Downloader.part(store.checkpoint(entry));
            Files.createDirectories(part.getParent());
            Files.write(part, new byte[1000]);
            assertThat(store.get(entry, (_, _) -> {})).exists();
            store.verify(entry);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aPartThatIsLongerThanTheFileIsFetchedAgain() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            CatalogueEntry entry = entry(server);
            Path part = Downloader.part(store.checkpoint(entry));
            Files.createDirectories(part.getParent());
            Files.write(part, new byte[published.length + 5]);
            assertThat(store.get(entry, (_, _) -> {})).exists();
            store.verify(entry);
        }
    }

    @Test
    void aFileThatLiesThereIsCheckedBeforeItIsImported() throws Exception {
        CatalogueEntry entry = entry((String) null, hash.substring(0, 8));
        Path checkpoint = store.checkpoint(entry);
        Files.createDirectories(checkpoint.getParent());
        byte[] other = published.clone();
        other[5000] ^= 1;
        Files.write(checkpoint, other);
        assertThatThrownBy(() -> store.get(entry, (_, _) -> {}))
                .hasMessageStartingWith(checkpoint + " is not the file published as tiny");
        assertThat(checkpoint).exists();
        Files.write(checkpoint, published);
        assertThat(store.get(entry, (_, _) -> {})).exists();
    }

    @Test
    void sixWhoAskAtOnceShareOneDownload() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            CatalogueEntry entry = entry(server);
            List<FutureTask<Path>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                FutureTask<Path> each = new FutureTask<>(() -> store.get(entry, (_, _) -> {}));
                all.add(each);
                Thread.ofPlatform().start(each);
            }
            for (FutureTask<Path> each : all) assertThat(each.get()).isEqualTo(store.model(entry));
            assertThat(server.requests()).hasSize(1);
        }
    }

    /// As six processes would: each with a store of its own on the same folder.
    @Test
    void sixStoresOnOneFolderShareOneDownload() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            CatalogueEntry entry = entry(server);
            List<FutureTask<Path>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ModelStore own = store(ProxySelector.of(null));
                FutureTask<Path> each = new FutureTask<>(() -> own.get(entry, (_, _) -> {}));
                all.add(each);
                Thread.ofPlatform().start(each);
            }
            for (FutureTask<Path> each : all) assertThat(each.get()).isEqualTo(store.model(entry));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void oneWhoIsCancelledDoesNotCancelTheOthers() throws Exception {
        try (LocalServer server = new LocalServer(published)) {
            CatalogueEntry entry = entry(server);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            FutureTask<Path> first =
                    new FutureTask<>(() ->
                            store.get(
                                    entry,
                                    (done, total) -> {
                                        begun.countDown();
                                        try {
                                            goOn.await();
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        }
                                    }));
            Thread leader = Thread.ofPlatform().start(first);
            begun.await();
            List<FutureTask<Path>> others = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                FutureTask<Path> each = new FutureTask<>(() -> store.get(entry, (_, _) -> {}));
                others.add(each);
                threads.add(Thread.ofPlatform().start(each));
            }
            threads.get(2).interrupt();
            assertThatThrownBy(others.get(2)::get).hasCauseInstanceOf(InterruptedException.class);
            assertThatThrownBy(() -> store.remove(entry))
                    .hasMessageStartingWith("tiny is being downloaded");
            leader.interrupt();
            assertThatThrownBy(first::get).hasCauseInstanceOf(InterruptedException.class);
            others.remove(2);
            for (FutureTask<Path> each : others) assertThat(each.get()).exists();
            assertThat(server.requests()).hasSize(2);
            store.verify(entry);
        }
    }

    @Test
    void aFailureIsToldToAllWhoWait() throws Exception {
        CountDownLatch six = new CountDownLatch(6);
        RawServer.Script refuse =
                (_, out) -> {
                    six.await();
                    // Gives the last of them time to queue up.
                    Thread.sleep(300);
                    out.write("HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
                };
        try (RawServer server = new RawServer(refuse)) {
            CatalogueEntry entry = entry(server.url(), hash.substring(0, 8));
            List<FutureTask<Path>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                FutureTask<Path> each =
                        new FutureTask<>(() -> {
                            six.countDown();
                            return store.get(entry, (_, _) -> {});
                        });
                all.add(each);
                Thread.ofPlatform().start(each);
            }
            for (FutureTask<Path> each : all) {
                assertThatThrownBy(each::get).hasMessageContaining("The server answered 404");
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    /// Interrupted at any point: hashing and writing have their channels closed under them.
    @Test
    void aCancelIsOneAtWhateverStep() throws Exception {
        CatalogueEntry entry = entry((String) null, hash.substring(0, 8));
        Files.createDirectories(store.checkpoint(entry).getParent());
        Files.write(store.checkpoint(entry), published);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.get(entry, (_, _) -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(store.isReady(entry)).isFalse();
        assertThat(store.get(entry, (_, _) -> {})).exists();
    }

    @Test
    void anEmptyModelOrAFolderIsNone() throws Exception {
        CatalogueEntry entry = entry((String) null, "");
        Files.createDirectories(store.model(entry));
        assertThat(store.isReady(entry)).isFalse();
        Files.delete(store.model(entry));
        Files.createFile(store.model(entry));
        assertThat(store.isReady(entry)).isFalse();
    }
}
