package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Bundled;
import org.hrscope.ui.lab.Rival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The network that the one in use is compared with; jobs run when the test says so.
class RivalOpenerTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Problem> troubles = new ArrayList<>();
    private final Rival rival = new Rival();
    private final Jobs jobs = new Jobs(waiting::add, Runnable::run);

    private final Tries tries = new Tries();

    private RivalOpener opener() {
        Networks networks =
                new Networks(
                        new ModelOpener(ModelProfile.EMPTY),
                        new CheckpointImport(),
                        folder.resolve("models"),
                        null);
        return new RivalOpener(jobs, networks, rival, tries, troubles::add);
    }

    private void runAll() {
        while (!waiting.isEmpty()) waiting.remove().run();
    }

    private String name() {
        Rival.Network now = rival.networkProperty().get();
        return now == null ? "" : now.name(new Texts());
    }

    @Test
    void theOneChosenLastIsComparedThoughTheOneBeforeOpensLater() throws Exception {
        Path own = Files.copy(BUNDLED, folder.resolve("own.onnx"));
        RivalOpener opener = opener();
        opener.file(own);
        Runnable slow = waiting.remove();
        opener.file(null);
        runAll();
        String bundled = name();
        assertThat(bundled).isNotEmpty();
        slow.run();
        assertThat(name()).isEqualTo(bundled).doesNotContain("own");
        opener.file(own);
        runAll();
        assertThat(name()).contains("own.onnx");
        assertThat(troubles).isEmpty();
    }

    @Test
    void aTryThatIsComparedWithStays() throws Exception {
        Path own = Files.copy(BUNDLED, folder.resolve("own.onnx"));
        tries.written(own, false, null);
        opener().file(own);
        assertThat(tries.written(folder.resolve("next.onnx"), false, null)).isEmpty();
    }

    @Test
    void aFileThatDoesNotOpenIsToldAndTheComparisonStays() throws Exception {
        RivalOpener opener = opener();
        opener.file(null);
        runAll();
        Rival.Network before = rival.networkProperty().get();
        opener.file(folder.resolve("gone.onnx"));
        opener.file(Files.writeString(folder.resolve("text.onnx"), "no network"));
        runAll();
        assertThat(troubles).extracting(Problem::key).containsExactly("model.notOnnx");
        opener.file(folder.resolve("gone.onnx"));
        runAll();
        assertThat(troubles).extracting(Problem::key).endsWith("file.missing");
        assertThat(rival.networkProperty().get()).isSameAs(before);
    }

    @Test
    void anUntrainedTwinIsAFileOfItsOwnThatExpectsTheSame() throws Exception {
        ModelFile bundled = Bundled.file();
        opener().twin(bundled, HrNetReader.declared(bundled.graph()).orElseThrow());
        assertThat(rival.networkProperty().get()).as("behind the window").isNull();
        runAll();
        ModelFile twin = rival.networkProperty().get().file();
        assertThat(twin.path()).isNotEmptyFile().isNotEqualTo(bundled.path());
        assertThat(twin.info()).isEqualTo(bundled.info());
        assertThat(twin.graph().weights().keySet()).isEqualTo(bundled.graph().weights().keySet());
        assertThat(troubles).isEmpty();
    }

    @Test
    void aTwinIsMadeOnceAndGoesWhenAnotherNetworksTwinIsMade() throws Exception {
        ModelFile bundled = Bundled.file();
        HrNet net = HrNetReader.declared(bundled.graph()).orElseThrow();
        RivalOpener opener = opener();
        opener.twin(bundled, net);
        runAll();
        Path first = rival.networkProperty().get().file().path();
        opener.file(null);
        runAll();
        opener.twin(bundled, net);
        runAll();
        assertThat(rival.networkProperty().get().file().path()).isEqualTo(first);
        ModelFile other = new ModelFile(folder.resolve("other.onnx"), bundled.info());
        opener.twin(other, net);
        runAll();
        assertThat(rival.networkProperty().get().file().path()).exists();
        assertThat(first.getParent()).doesNotExist();
    }

    /// Grown networks are offered by their width; other files are not offered.
    @Test
    void networksOnThisComputerAreListed() throws Exception {
        List<List<Path>> found = new ArrayList<>();
        RivalOpener opener = opener();
        opener.kept(found::add);
        runAll();
        assertThat(found).containsExactly(List.of());
        Path models = Files.createDirectory(folder.resolve("models"));
        Path second = Files.writeString(models.resolve("b.onnx"), "");
        Path first = Files.writeString(models.resolve("a.onnx"), "");
        Files.writeString(models.resolve("c-01234567-grown-w32.onnx"), "");
        Files.writeString(models.resolve("a.onnx.part"), "");
        opener.kept(found::add);
        runAll();
        assertThat(found.getLast()).containsExactly(first, second);
    }
}
